"""`language-card`: the card "Point to your language" as a PDF, for the desk."""

from pathlib import Path
from typing import Any

import click

from kiosk.app import open_qt
from kiosk.cli.opening import open_for_command
from kiosk.cli.output import write_whole
from kiosk.cli.pair import check_language
from kiosk.cli.parameters import (
    LANGUAGE,
    PAPER,
    any_day_option,
    json_option,
    print_json,
    print_line,
)
from kiosk.core.ids import LanguageTag
from kiosk.core.language_card import CardRequest
from kiosk.core.paper import Paper
from kiosk.services.handouts import Sheet


@click.command("language-card")
@click.option(
    "--lang", type=LANGUAGE, default="en", show_default=True, help="Language of its title."
)
@click.option("--paper", type=PAPER, default="a4", show_default=True, help="a4, letter, receipt80.")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="OUT.pdf")
@any_day_option
@json_option
def command(lang: LanguageTag, paper: Paper, output: Path, as_json: bool) -> int:
    """Write a card with the names of all languages, to point at."""
    context = open_for_command()
    check_language(context, lang)
    application = open_qt(offscreen=True)
    card = context.press.make_card(CardRequest(lang, first=context.library.languages), paper)
    del application
    write_whole(output, card.pdf.data)
    if as_json:
        print_json(_document(paper, card))
        return 0
    print_line(f"{output}: {card.pdf.pages} pages")
    for language in card.left_out:
        print_line(f"left out, because no installed font writes it: {language.name}")
    return 0


def _document(paper: Paper, card: Sheet) -> dict[str, Any]:
    return {
        "pages": card.pdf.pages,
        "paper": paper.value,
        "left_out": [language.tag for language in card.left_out],
    }
