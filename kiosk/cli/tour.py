"""`tour`: a picture of every screen in each language, and a page that shows them."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.app import Context, make_kiosk, open_qt, output_folder
from kiosk.cli.opening import open_for_command
from kiosk.cli.pair import check_language
from kiosk.cli.parameters import LANGUAGE, SIZE, as_of_option, print_line
from kiosk.core.ids import LanguageTag
from kiosk.core.session import Contrast, TextSize

if TYPE_CHECKING:
    from kiosk.gui.visitor.window import KioskWindow

PORTRAIT = (1080, 1920)


@click.command("tour")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="DIR")
@click.option("--lang", "languages", type=LANGUAGE, multiple=True, help="Only this language.")
@click.option("--size", type=SIZE, default=PORTRAIT, metavar="WxH", help="Size of the screen.")
@click.option(
    "--text-size",
    type=click.Choice([size.name.lower() for size in TextSize]),
    default="normal",
    show_default=True,
)
@click.option("--contrast", type=click.Choice([c.value for c in Contrast]), default="default")
@as_of_option
def command(
    output: Path,
    languages: tuple[LanguageTag, ...],
    size: tuple[int, int],
    text_size: str,
    contrast: str,
    as_of: date | None,
) -> int:
    """Write a PNG of every screen in each language, and an index page."""
    context = open_for_command(as_of=as_of)
    for tag in languages:
        check_language(context, tag)
    tags = languages or context.library.languages
    look = (TextSize[text_size.upper()], Contrast(contrast))
    index = write_tour(context, output_folder(output), tags, size, look)
    print_line(f"{index}")
    return 0


def write_tour(
    context: Context,
    folder: Path,
    tags: tuple[LanguageTag, ...],
    size: tuple[int, int],
    look: tuple[TextSize, Contrast] = (TextSize.NORMAL, Contrast.DEFAULT),
) -> Path:
    """Photograph every screen into `folder`; returns the index page."""
    application = open_qt(offscreen=True)
    from kiosk.gui.visitor.tour import Tour

    def make() -> "KioskWindow":
        return make_kiosk(context, locked=False, reduced_motion=True)

    index = Tour(make, folder, size, look).write(tags)
    del application
    return index
