"""`tour`: a picture of every screen in each language, and a page that shows them."""

from datetime import date
from itertools import product
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

View = tuple[tuple[int, int], TextSize, Contrast]
"""Width and height of the screen in pixels, how large the words are, which colours."""

PORTRAIT = (1080, 1920)


@click.command("tour")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="DIR")
@click.option("--lang", "languages", type=LANGUAGE, multiple=True, help="Only this language.")
@click.option(
    "--size",
    "sizes",
    type=SIZE,
    multiple=True,
    default=[PORTRAIT],
    metavar="WxH",
    help="Size of the screen; 1080x1920 if none is named.",
)
@click.option(
    "--text-size",
    "text_sizes",
    type=click.Choice([size.name.lower() for size in TextSize]),
    multiple=True,
    default=["normal"],
    help="Size of the words.",
)
@click.option(
    "--contrast",
    "contrasts",
    type=click.Choice([c.value for c in Contrast]),
    multiple=True,
    default=["default"],
)
@click.option("--site", "site_file", type=click.Path(path_type=Path), help="Site file (TOML).")
@as_of_option
def command(
    output: Path,
    languages: tuple[LanguageTag, ...],
    sizes: tuple[tuple[int, int], ...],
    text_sizes: tuple[str, ...],
    contrasts: tuple[str, ...],
    site_file: Path | None,
    as_of: date | None,
) -> int:
    """Write a picture and the words of every screen in each language, and a page to review them."""
    context = open_for_command(site_file, as_of)
    for tag in languages:
        check_language(context, tag)
    tags = languages or context.library.languages
    views = tuple(
        (size, TextSize[text_size.upper()], Contrast(contrast))
        for size, text_size, contrast in product(sizes, text_sizes, contrasts)
    )
    index = write_tour(context, output_folder(output), tags, views)
    print_line(f"{index}")
    return 0


def write_tour(
    context: Context,
    folder: Path,
    tags: tuple[LanguageTag, ...],
    views: tuple[View, ...] = ((PORTRAIT, TextSize.NORMAL, Contrast.DEFAULT),),
) -> Path:
    """Photograph every screen into `folder` in each of the views; returns the page about them."""
    application = open_qt(offscreen=True)
    from kiosk.gui.visitor.tour import Tour
    from kiosk.gui.visitor.tour_page import Picture, write_page

    def make() -> "KioskWindow":
        return make_kiosk(context, locked=False, reduced_motion=True, is_silent=True)

    pictures: list[Picture] = []
    for size, text_size, contrast in views:
        look = f"-{size[0]}x{size[1]}-{text_size.name.lower()}-{contrast.value}"
        suffix = look if len(views) > 1 else ""
        tour = Tour(make, folder, size, (text_size, contrast), suffix=suffix)
        taken, facts = tour.photograph(tags)
        pictures += taken
    index = write_page(folder, pictures, facts)
    del application
    return index
