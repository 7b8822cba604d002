"""Opening what a command works with, and closing it when the command is over."""

from datetime import date
from pathlib import Path

import click

from kiosk.app import Context, open_context


def open_for_command(site_file: Path | None = None, as_of: date | None = None) -> Context:
    """Site, packs and catalogues for the command that runs; its packs are closed at its end."""
    context = open_context(site_file, as_of)
    click.get_current_context().call_on_close(context.library.close)
    return context
