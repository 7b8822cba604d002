"""`options`: every option of a pair with its verdict and reasons."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from kiosk.cli.answers_file import read_answers
from kiosk.cli.opening import open_for_command
from kiosk.cli.pair import check_language, check_pair, regions_of
from kiosk.cli.parameters import (
    COUNTRY,
    LANGUAGE,
    as_of_option,
    json_option,
    print_json,
    print_line,
)
from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.i18n.isolation import strip_invisible
from kiosk.services.advising import AdviceView, Adviser, OptionView


@click.command("options")
@click.option("--host", type=COUNTRY, required=True, help="Where the person is.")
@click.option("--origin", type=COUNTRY, required=True, help="Where the person is from.")
@click.option("--lang", type=LANGUAGE, required=True, help="Language of the answer.")
@click.option("--answers", type=click.Path(path_type=Path), help="TOML file with answers.")
@as_of_option
@json_option
def command(
    host: CountryCode,
    origin: CountryCode,
    lang: LanguageTag,
    answers: Path | None,
    as_of: date | None,
    as_json: bool,
) -> int:
    """Options of a pair, with verdicts and reasons."""
    context = open_for_command(as_of=as_of)
    check_pair(context, host, origin)
    check_language(context, lang)
    given = read_answers(answers, regions_of(context, origin))
    edition = context.library.edition(lang, context.as_of, context.site.release)
    words = context.translators.for_language(lang)
    advice = Adviser(context.library, edition, words).advise(host, origin, given)
    if as_json:
        print_json(_document(advice))
    else:
        _print_words(advice)
    return 0


def _document(advice: AdviceView) -> dict[str, Any]:
    return {
        "blocked_by": list(advice.blocked_by),
        "options": [_option(option) for option in advice.options],
    }


def _option(option: OptionView) -> dict[str, Any]:
    return {
        "id": option.programme.id,
        "kind": option.programme.kind.value,
        "title": strip_invisible(option.programme.title.value),
        "verdict": option.verdict.value,
        "reasons": [
            {"question": r.question, "met": r.met, "text": strip_invisible(r.text.value)}
            for r in option.reasons
        ],
    }


def _print_words(advice: AdviceView) -> None:
    for option in advice.options:
        print_line(f"{option.programme.title.value} ({option.kind_words})")
        print_line(f"  {option.verdict_words}")
        for reason in option.reasons:
            mark = {True: "+", False: "-", None: "?"}[reason.met]
            print_line(f"  {mark} {reason.text.value}")
