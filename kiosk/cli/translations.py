"""`packs translations`: PO files to translators and back; `packs coverage`: how far they are."""

from dataclasses import asdict
from pathlib import Path

import click

from kiosk.app import CONTENT
from kiosk.cli.parameters import LANGUAGE, any_day_option, json_option, print_json, print_line
from kiosk.core.errors import ExitCode
from kiosk.core.ids import LanguageTag
from kiosk.packs import coverage, export_catalogue, import_catalogue, update_translations

_PACK = click.argument("pack", type=click.Path(path_type=Path), metavar="DIR")
_FOLDERS = click.argument("folders", nargs=-1, type=click.Path(path_type=Path), metavar="[DIR]...")


@click.command("coverage")
@_FOLDERS
@json_option
@any_day_option
def coverage_command(folders: tuple[Path, ...], as_json: bool) -> int:
    """How much of each pack can be shown and heard in each language, and how far it is reviewed."""
    return _print_coverage(folders, as_json)


@click.group("translations")
def translations_command() -> None:
    """Translation work: export, import, status."""


@translations_command.command("export")
@_FOLDERS
@click.option("--lang", type=LANGUAGE, help="Only this language.")
@any_day_option
def export(folders: tuple[Path, ...], lang: LanguageTag | None) -> int:
    """Bring the PO files of packs up to date with their texts; changed sources become fuzzy."""
    packs = folders or tuple(sorted(path.parent for path in CONTENT.glob("*/pack.toml")))
    if lang is not None:
        for pack in packs:
            print_line(str(export_catalogue(pack, lang)))
        return ExitCode.DONE
    changed = [path for pack in packs for path in update_translations(pack)]
    for path in changed:
        print_line(str(path))
    print_line(f"{len(changed)} files changed")
    return ExitCode.DONE


@translations_command.command("import")
@_PACK
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.po")
@click.option("--lang", type=LANGUAGE, required=True, help="Language of the file.")
@any_day_option
def import_file(pack: Path, file: Path, lang: LanguageTag) -> int:
    """Take a translator's PO file; messages of an earlier source are refused and named."""
    refused = import_catalogue(pack, lang, file)
    for context in refused:
        print_line(f"{file}: refused: {context}: unknown, or its source has changed since")
    print_line(f"{len(refused)} refused")
    return ExitCode.CONTENT if refused else ExitCode.DONE


@translations_command.command("status")
@_FOLDERS
@json_option
@any_day_option
def status(folders: tuple[Path, ...], as_json: bool) -> int:
    """What is missing, outdated, a draft or reviewed, per pack and language."""
    return _print_coverage(folders, as_json)


def _print_coverage(folders: tuple[Path, ...], as_json: bool) -> int:
    found = coverage(folders or (CONTENT,))
    if as_json:
        print_json([{**asdict(row), "missing": row.missing} for row in found])
        return ExitCode.DONE
    print_line(
        f"{'pack':<14}{'language':<10}{'texts':>7}{'shown':>7}{'missing':>9}{'reviewed':>10}"
        f"{'recorded':>10}{'drafted':>9}{'stale':>7}{'silent':>8}"
    )
    for row in found:
        print_line(
            f"{row.pack:<14}{row.language:<10}{row.texts:>7}{row.shown:>7}{row.missing:>9}"
            f"{row.reviewed:>10}{row.recorded:>10}{row.synthetic:>9}{row.stale_audio:>7}"
            f"{row.silent:>8}"
        )
    return ExitCode.DONE
