"""Answers files: TOML with question ids as keys, strings or lists of strings as values."""

import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kiosk.core.answers import Answers
from kiosk.core.errors import UsageError
from kiosk.core.questions import QUESTIONS, Question


def read_answers(path: Path | None, regions: frozenset[str]) -> Answers:
    """The answers in a file, none without one.

    `regions` are those the origin pack declares. Raises UsageError with file, line and a way out.
    """
    if path is None:
        return Answers()
    given: dict[str, tuple[str, ...]] = {}
    untrusted, lines = _load(path)
    for key, value in untrusted.items():
        place = f"{path}:{_line_of(key, lines)}"
        question = QUESTIONS.get(key)
        if question is None:
            raise UsageError(f"{place}: no question is called {key!r}{_hint(key, list(QUESTIONS))}")
        given[key] = _values(question, value, regions, place)
    return Answers.of(given)


def _load(path: Path) -> tuple[dict[str, Any], list[str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        return tomllib.loads(text), text.splitlines()
    except OSError as error:
        raise UsageError(f"{path}: cannot read this file ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: this is not UTF-8 text; save it as UTF-8") from error
    except (ValueError, RecursionError) as error:  # ValueError: also numbers without end
        raise UsageError(
            f'{path}: this is not TOML ({error}); write lines like age = "adult"'
        ) from error


def _values(
    question: Question, untrusted: Any, regions: frozenset[str], place: str
) -> tuple[str, ...]:
    values = [untrusted] if isinstance(untrusted, str) else untrusted
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise UsageError(f"{place}: {question.id} must be a text or a list of texts")
    if len(values) > 1 and not question.is_many:
        raise UsageError(f"{place}: {question.id} takes one value, {len(values)} are given")
    allowed = list(question.values) or sorted(regions)
    for value in values:
        if value not in allowed:
            hint = _hint(value, allowed) or f"; use one of {' '.join(allowed) or '(none)'}"
            raise UsageError(f"{place}: {question.id} has no value {value!r}{hint}")
    return tuple(values)


def _hint(wrong: str, known: list[str]) -> str:
    close = get_close_matches(wrong, known, n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


def _line_of(key: str, lines: list[str]) -> int:
    return next(
        (n for n, line in enumerate(lines, 1) if line.strip().strip("\"'").startswith(key)), 1
    )
