"""How much of each pack can be shown in each language, and how far it is reviewed."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.core.errors import ContentError
from kiosk.core.ids import LanguageTag, PackId
from kiosk.core.problems import Problems
from kiosk.core.texts import TextState
from kiosk.packs.reading import find_folders, read_pack
from kiosk.packs.review import text_state
from kiosk.packs.source import SourcePack
from kiosk.packs.translation_rules import current_unit


@dataclass(frozen=True)
class Coverage:
    """One pack in one language, in texts. `outdated`: fuzzy, or of an earlier source; not shown."""

    pack: PackId
    language: LanguageTag
    texts: int
    shown: int
    reviewed: int
    machine_drafts: int
    outdated: int

    @property
    def missing(self) -> int:
        """Texts nobody has translated."""
        return self.texts - self.shown - self.outdated


def coverage(paths: Iterable[Path]) -> tuple[Coverage, ...]:
    """Every pack at `paths` in each of its languages. ContentError when there is no pack.

    The source language counts as shown and reviewed.
    """
    problems = Problems()
    folders = find_folders(paths, problems)
    if problems.errors:
        raise ContentError(str(problems.errors[0]))
    packs = [read_pack(folder, problems) for folder in folders]
    if problems.errors:
        raise ContentError(str(problems.errors[0]))
    return tuple(_covered(pack, tag) for pack in packs for tag in pack.manifest.languages)


def _covered(pack: SourcePack, language: LanguageTag) -> Coverage:
    total = len(pack.messages)
    if language == pack.manifest.source_language:
        return Coverage(pack.id, language, total, total, total, machine_drafts=0, outdated=0)
    catalogue = pack.catalogue(language)
    units = catalogue.units if catalogue else {}
    current = [current_unit(catalogue, message) for message in pack.messages]
    states = [text_state(unit) for unit in current if unit is not None]
    written = [m for m in pack.messages if m.context in units and units[m.context].text.strip()]
    return Coverage(
        pack=pack.id,
        language=language,
        texts=total,
        shown=len(states),
        reviewed=states.count(TextState.REVIEWED),
        machine_drafts=states.count(TextState.MACHINE_DRAFT),
        outdated=len(written) - len(states),
    )
