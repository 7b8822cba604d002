"""The catalogues of the user interface: texts out of the code, translations into binary files.

`translations/kiosk.pot` holds every text of the code, `translations/<tag>.po` one language each.
Compiled catalogues are made, not committed: `build/locale/<tag>/LC_MESSAGES/kiosk.mo`.

`extract` writes the template and brings every catalogue up to it; a changed text becomes fuzzy and
counts as untranslated until somebody has looked at it. `compile` writes the binary files.
"""

import io
import sys
from collections.abc import Callable
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.tree import ROOT, TRANSLATIONS
from tools.word_audio import write_recordings

DOMAIN = "kiosk"
SOURCE = ROOT / "kiosk"
TEMPLATE = TRANSLATIONS / f"{DOMAIN}.pot"
COMPILED = ROOT / "build" / "locale"

# English is the language of the code and needs no catalogue.
LANGUAGES = ("ar", "es", "fr", "km")

# What the code calls to mark or to translate; the numbers say which argument is what.
KEYWORDS = {**DEFAULT_KEYWORDS, "_": None, "N_": None}


def extract(source: Path = SOURCE) -> Catalog:
    """Every marked text of the Python files below `source`, with its places in the code."""
    catalogue = _new_catalogue(None)
    found = extract_from_dir(
        source, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
    )
    for name, line, message, comments, context in sorted(found, key=lambda one: one[:2]):
        place = (f"{source.name}/{name}", line)
        catalogue.add(message, None, [place], auto_comments=comments, context=context)
    return catalogue


def read(path: Path, locale: str | None = None) -> Catalog:
    """The catalogue or template in `path`; babel raises `PoFileError` where it is malformed."""
    with path.open("rb") as stream:
        return read_po(stream, locale=locale, abort_invalid=True)


def as_text(catalogue: Catalog) -> str:
    """The catalogue as a PO file, without line numbers and dates, so that it changes rarely."""
    stream = io.BytesIO()
    write_po(stream, catalogue, width=100, omit_header=False, include_lineno=False)
    lines = stream.getvalue().decode("utf-8").splitlines(keepends=True)
    changing = ("POT-Creation-Date", "PO-Revision-Date", "Generated-By")
    nobody = ("Project-Id-Version", "Report-Msgid-Bugs-To", "Last-Translator", "Language-Team")
    left_out = tuple(f'"{field}:' for field in (*changing, *nobody))
    return "".join(line for line in lines if not line.startswith(left_out))


def catalogue_files(folder: Path = TRANSLATIONS) -> tuple[Path, ...]:
    """One file per language, named by its BCP 47 tag."""
    return tuple(sorted(folder.glob("*.po")))


def write_template(source: Path = SOURCE, folder: Path = TRANSLATIONS) -> None:
    """Write the template anew and bring every catalogue up to it, starting those not begun."""
    template = extract(source)
    folder.mkdir(exist_ok=True)
    (folder / TEMPLATE.name).write_text(as_text(template), encoding="utf-8")
    for path in sorted({*catalogue_files(folder), *(folder / f"{tag}.po" for tag in LANGUAGES)}):
        locale = locale_name(path)
        catalogue = read(path, locale) if path.exists() else _new_catalogue(locale)
        catalogue.update(template, update_creation_date=False)
        path.write_text(as_text(catalogue), encoding="utf-8")


def write_compiled(folder: Path = TRANSLATIONS, target: Path = COMPILED) -> None:
    """Compile every catalogue, and what is recorded of it.

    Fuzzy messages and clips of other words stay out, so nothing stale is shown or heard.
    """
    target.mkdir(parents=True, exist_ok=True)
    for path in catalogue_files(folder):
        compiled = target / path.stem / "LC_MESSAGES" / f"{DOMAIN}.mo"
        compiled.parent.mkdir(parents=True, exist_ok=True)
        with compiled.open("wb") as stream:
            write_mo(stream, read(path, locale_name(path)), use_fuzzy=False)
    for problem in write_recordings(folder, target):
        print(problem, file=sys.stderr)


def locale_name(path: Path) -> str:
    """The name babel knows the language of a catalogue by: `fa-AF.po` → `fa_AF`."""
    return path.stem.replace("-", "_")


COMMANDS: dict[str, Callable[[], None]] = {"extract": write_template, "compile": write_compiled}


def _new_catalogue(locale: str | None) -> Catalog:
    return Catalog(
        locale,
        header_comment="# Texts of the Crossroads user interface.",
        charset="utf-8",
        fuzzy=False,
    )


def main(arguments: list[str]) -> int:
    """Run the one command named; 2 when it is not known."""
    command = COMMANDS.get(arguments[0]) if len(arguments) == 1 else None
    if command is None:
        print(f"usage: python -m tools.catalogues {'|'.join(COMMANDS)}", file=sys.stderr)
        return 2
    command()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
