"""A topic file split into front matter and chunks: `+++`, TOML, `+++`, blocks between blank lines.

Nothing here knows Markdown; chunks keep their line numbers, which Python-Markdown does not.
"""

import re
from dataclasses import dataclass

from kiosk.core.ids import is_slug
from kiosk.core.problems import Problems
from kiosk.packs.files import SourceFile, TomlFile, parse_toml
from kiosk.packs.rules import Rule, quoted
from kiosk.packs.tables import control_characters, fold_spaces

FENCE = "+++"

_BLOCK_ID = re.compile(r"\{#([^}]*)\}[ \t]*")
_STARTS_LINE = re.compile(r"[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|\||>|#|`{3}|~{3})")


@dataclass(frozen=True)
class Chunk:
    """One block as written: its id, its Markdown without the id line, the line it begins at."""

    id: str
    text: str
    line: int


def split_front_matter(
    file: SourceFile, problems: Problems
) -> tuple[TomlFile, list[tuple[int, str]]] | None:
    """The front matter and the numbered lines behind it; None with a problem when it is broken."""
    lines = file.text.split("\n")
    if lines[0].rstrip() != FENCE:
        problems.add(Rule.FRONT_MATTER.problem(file.path, 1, "the file does not begin with +++"))
        return None
    end = next((i for i, text in enumerate(lines[1:], 1) if text.rstrip() == FENCE), None)
    if end is None:
        problems.add(Rule.FRONT_MATTER.problem(file.path, 1, "the +++ of line 1 is not closed"))
        return None
    toml = parse_toml(file.path, "\n".join(lines[1:end]), problems, offset=1)
    if toml is None:
        return None
    return toml, list(enumerate(lines[end + 1 :], end + 2))


def split_chunks(
    file: SourceFile, numbered: list[tuple[int, str]], problems: Problems
) -> list[Chunk]:
    """The blocks of a topic in order; every block without a usable id is a problem."""
    chunks: list[Chunk] = []
    seen: set[str] = set()
    for group in _groups(numbered):
        chunk = _chunk(file, group, problems)
        if chunk is None:
            continue
        if chunk.id in seen:
            message = f"block {quoted(chunk.id)} stands twice"
            problems.add(Rule.DUPLICATE_ID.problem(file.path, chunk.line - 1, message))
            continue
        seen.add(chunk.id)
        chunks.append(chunk)
    return chunks


def _groups(numbered: list[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    groups: list[list[tuple[int, str]]] = [[]]
    for number, text in numbered:
        if text.strip():
            groups[-1].append((number, text))
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _chunk(file: SourceFile, group: list[tuple[int, str]], problems: Problems) -> Chunk | None:
    line, first = group[0]
    found = _BLOCK_ID.fullmatch(first)
    if found is None:
        message = f"no {{#id}} line above {quoted(first[:40])}"
        problems.add(Rule.BLOCK_ID.problem(file.path, line, message))
        return None
    if not is_slug(found[1]) or len(found[1]) > 80:
        problems.add(Rule.BAD_ID.problem(file.path, line, f"{quoted(found[1])} is no block id"))
        return None
    text = join_lines([text for _, text in group[1:]])
    if not text:
        message = f"block {quoted(found[1])} has no text"
        problems.add(Rule.EMPTY_BLOCK.problem(file.path, line, message))
        return None
    bad = control_characters(text)
    if bad:
        message = f"block {quoted(found[1])} holds U+{ord(bad[0]):04X}"
        problems.add(Rule.CONTROL_CHARACTER.problem(file.path, line + 1, message))
        return None
    return Chunk(found[1], text, line + 1)


def join_lines(lines: list[str]) -> str:
    """Markdown with one line per list item, table row, heading or paragraph.

    So that wrapping a paragraph anew does not outdate its translations.
    """
    joined: list[str] = []
    for line in lines:
        folded = fold_spaces(line)
        if joined and not _STARTS_LINE.match(line) and not joined[-1].startswith(("|", "#")):
            joined[-1] = f"{joined[-1]} {folded}"
        elif line[:1] in (" ", "\t") and joined:
            joined.append(f"    {folded}")
        else:
            joined.append(folded)
    return "\n".join(joined)
