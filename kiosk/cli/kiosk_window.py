"""`kiosk`: opens the kiosk; without a display it writes the tour and a sheet instead."""

import os
from datetime import date
from pathlib import Path

import click

from kiosk.app import ROOT, Context, has_display, make_kiosk, open_qt, output_folder
from kiosk.cli.opening import open_for_command
from kiosk.cli.output import write_whole
from kiosk.cli.pair import check_language
from kiosk.cli.parameters import LANGUAGE, SIZE, as_of_option, print_line
from kiosk.cli.tour import write_tour
from kiosk.core.ids import LanguageTag
from kiosk.core.paper import Paper
from kiosk.core.sheet import SheetRequest

OUT = ROOT / "out"


@click.command("kiosk")
@click.option("--site", "site_file", type=click.Path(path_type=Path), help="Site file (TOML).")
@click.option("--window", "size", type=SIZE, metavar="WxH", help="A window, not the full screen.")
@click.option("--lang", type=LANGUAGE, help="Begin in this language.")
@as_of_option
def command(
    site_file: Path | None,
    size: tuple[int, int] | None,
    lang: LanguageTag | None,
    as_of: date | None,
) -> int:
    """Open the kiosk."""
    context = open_for_command(site_file, as_of)
    check_language(context, lang)
    if not has_display(os.environ):
        return _without_display(context, lang)
    application = open_qt(offscreen=False)
    window = make_kiosk(context, locked=size is None)
    if lang is not None:
        window.choose_language(lang)
    if size is None:
        # Without a window manager nobody makes a full screen of us: the size is set as well.
        window.setGeometry(application.primaryScreen().geometry())
        window.showFullScreen()
    else:
        window.resize(*size)
        window.show()
    return int(application.exec())


def _without_display(context: Context, lang: LanguageTag | None) -> int:
    """The tour and a sheet, so that whoever has no display sees what there is."""
    print_line(f"no display here: writing a tour and a sheet to {OUT} instead")
    application = open_qt(offscreen=True)
    tags = (lang,) if lang else context.library.languages
    index = write_tour(context, output_folder(OUT / "tour"), tags)
    print_line(f"tour: {index}")
    host, origin = context.library.hosts[0], context.library.origins[0]
    request = SheetRequest(host=host, origin=origin, language=tags[0])
    sheet = context.press.make(request, Paper.A4)
    path = OUT / "sheet.pdf"
    write_whole(path, sheet.pdf.data)
    print_line(f"sheet: {path}")
    del application
    return 0
