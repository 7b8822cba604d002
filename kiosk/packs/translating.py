"""Work on translations: export what is to translate, take in what was translated."""

from collections.abc import Mapping
from pathlib import Path

from kiosk.core.errors import ContentError, UsageError
from kiosk.core.ids import LanguageTag
from kiosk.core.problems import Problems
from kiosk.packs.catalogues import (
    FOLDER,
    MACHINE_DRAFT,
    fill_catalogue,
    take_in,
    update_catalogue,
)
from kiosk.packs.files import SourceFile, read_text
from kiosk.packs.reading import read_pack
from kiosk.packs.rules import did_you_mean
from kiosk.packs.source import SourcePack


def update_translations(pack_dir: Path) -> tuple[Path, ...]:
    """Create or refresh `translations/<lang>.po` for every language of a pack.

    Returns the files that changed. ContentError when the manifest or a PO file cannot be read.
    """
    pack = _readable_pack(pack_dir)
    paths = ((language, _po_path(pack_dir, language)) for language in pack.manifest.targets)
    return tuple(path for language, path in paths if update_catalogue(path, pack, language))


def export_catalogue(pack_dir: Path, language: LanguageTag) -> Path:
    """The refreshed PO file of one language. UsageError when the pack does not list it."""
    pack = _readable_pack(pack_dir)
    if language not in pack.manifest.targets:
        hint = did_you_mean(language, pack.manifest.targets)
        raise UsageError(f"{pack_dir}: the pack is not translated into {language}; {hint}")
    path = _po_path(pack_dir, language)
    update_catalogue(path, pack, language)
    return path


def import_catalogue(pack_dir: Path, language: LanguageTag, file: Path) -> tuple[str, ...]:
    """Take the finished messages of a translator's PO file; returns contexts that were refused.

    Refused are contexts that do not exist and translations of an earlier source. ContentError when
    a file cannot be read, UsageError when the pack does not list the language.
    """
    problems = Problems()
    text = read_text(file, problems)
    if text is None:
        raise ContentError(str(problems.errors[0]))
    return take_in(export_catalogue(pack_dir, language), SourceFile(file, file.name, text))


def fill_translations(
    pack_dir: Path,
    language: LanguageTag,
    mapping: Mapping[str, str],
    state: str = MACHINE_DRAFT,
) -> tuple[str, ...]:
    """Write translations by context with a state comment; returns contexts that were refused.

    Refused are contexts that do not exist and texts that somebody has reviewed.
    """
    return fill_catalogue(export_catalogue(pack_dir, language), mapping, state)


def untranslated(pack_dir: Path, language: LanguageTag) -> dict[str, str]:
    """Source texts by context that have no current translation, in the order of the files."""
    pack = _readable_pack(pack_dir)
    catalogue = pack.catalogue(language)
    units = catalogue.units if catalogue else {}
    open_texts: dict[str, str] = {}
    for message in pack.messages:
        unit = units.get(message.context)
        if unit is None or unit.is_fuzzy or not unit.text or unit.source != message.text:
            open_texts[message.context] = message.text
    return open_texts


def _po_path(pack_dir: Path, language: LanguageTag) -> Path:
    return pack_dir / FOLDER / f"{language}.po"


def _readable_pack(pack_dir: Path) -> SourcePack:
    """The pack; ContentError when its manifest is no good or a file of it cannot be read."""
    problems = Problems()
    pack = read_pack(pack_dir, problems)
    if not pack.manifest.lines:
        raise ContentError(str(problems.errors[0]))
    return pack
