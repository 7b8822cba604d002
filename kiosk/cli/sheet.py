"""`sheet`: the personal information sheet as a PDF."""

from pathlib import Path
from typing import Any

import click

from kiosk.app import Context, open_qt
from kiosk.cli.answers_file import read_answers
from kiosk.cli.opening import open_for_command
from kiosk.cli.output import write_whole
from kiosk.cli.pair import check_language, check_pair, regions_of
from kiosk.cli.parameters import (
    COUNTRY,
    LANGUAGE,
    PAPER,
    as_of_option,
    json_option,
    print_json,
    print_line,
)
from kiosk.core.errors import UsageError
from kiosk.core.ids import CountryCode, LanguageTag, RegionCode
from kiosk.core.paper import Paper
from kiosk.core.questions import QUESTIONS
from kiosk.core.sheet import SheetRequest
from kiosk.services.handouts import Sheet


@click.command("sheet")
@click.option("--host", type=COUNTRY, required=True, help="Where the person is.")
@click.option("--origin", type=COUNTRY, required=True, help="Where the person is from.")
@click.option("--lang", type=LANGUAGE, required=True, help="Language of the sheet.")
@click.option("--also", type=LANGUAGE, help="A second language beside it.")
@click.option("--answers", type=click.Path(path_type=Path), help="TOML file with answers.")
@click.option("--region", metavar="CODE", help="Region of return, ISO 3166-2.")
@click.option("--paper", type=PAPER, default="a4", show_default=True, help="a4, letter, receipt80.")
@click.option("--large-print", is_flag=True, help="Large type.")
@click.option("--discreet", is_flag=True, help="No reasons, no code, neutral outside.")
@click.option("--with-answers", is_flag=True, help="The person agreed: print private answers too.")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="OUT.pdf")
@as_of_option
@json_option
def command(paper: Paper, large_print: bool, output: Path, as_json: bool, **given: Any) -> int:
    """Write the personal information sheet."""
    context = open_for_command(as_of=given.pop("as_of"))
    request = _request(context, **given)
    application = open_qt(offscreen=True)
    sheet = context.press.make(request, paper, large_print=large_print)
    del application
    write_whole(output, sheet.pdf.data)
    if as_json:
        print_json(_document(request, paper, sheet))
    else:
        print_line(f"{output}: {sheet.pdf.pages} pages")
    return 0


def _request(
    context: Context,
    *,
    host: CountryCode,
    origin: CountryCode,
    lang: LanguageTag,
    also: LanguageTag | None,
    answers: Path | None,
    region: str | None,
    discreet: bool,
    with_answers: bool,
) -> SheetRequest:
    check_pair(context, host, origin)
    check_language(context, lang)
    check_language(context, also)
    if discreet and with_answers:
        raise UsageError("--discreet and --with-answers exclude each other: choose one")
    regions = regions_of(context, origin)
    if region is not None and region not in regions:
        there = " ".join(sorted(regions)) or "none"
        raise UsageError(f"--region {region}: not a region of {origin}; there are {there}")
    given = read_answers(answers, regions)
    chosen = region or next(iter(given["region"]), None)
    harmless = frozenset(q.id for q in QUESTIONS.values() if not q.sensitive)
    agreed = frozenset(QUESTIONS) if with_answers else harmless
    return SheetRequest(
        host=host,
        origin=origin,
        language=lang,
        also=also if also != lang else None,
        answers=given,
        region=RegionCode(chosen) if chosen else None,
        discreet=discreet,
        reasons_from=frozenset() if discreet else agreed,
        answers_from=agreed if with_answers else frozenset(),
    )


def _document(request: SheetRequest, paper: Paper, sheet: Sheet) -> dict[str, Any]:
    return {
        "pages": sheet.pdf.pages,
        "paper": paper.value,
        "languages": [request.language, *([request.also] if request.also else [])],
        "sections": [section.id.value for section in sheet.plan.sections],
        "code": sheet.plan.code,
        "missing_glyphs": sheet.pdf.missing_glyphs,
        "warnings": list(sheet.pdf.warnings),
    }
