"""How much of each pack can be shown in each language, and how far it is reviewed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.core.ids import LanguageTag, PackId
from kiosk.core.speech import Origin
from kiosk.core.texts import TextState
from kiosk.packs.audio_drafts import lines_of
from kiosk.packs.audio_rules import current_clips
from kiosk.packs.reading import read_packs
from kiosk.packs.review import text_state
from kiosk.packs.source import SourcePack
from kiosk.packs.translation_rules import current_unit


@dataclass(frozen=True)
class Coverage:
    """One pack in one language, in texts. `outdated`: fuzzy, or of an earlier source; not shown.

    Of those that are shown and can be said, `recorded` were spoken by a person, `synthetic` by a
    machine, `silent` by nobody; `stale_audio` counts clips of words that have changed.
    """

    pack: PackId
    language: LanguageTag
    texts: int
    shown: int
    reviewed: int
    machine_drafts: int
    outdated: int
    recorded: int = 0
    synthetic: int = 0
    silent: int = 0
    stale_audio: int = 0

    @property
    def missing(self) -> int:
        """Texts nobody has translated."""
        return self.texts - self.shown - self.outdated


def coverage(paths: Iterable[Path]) -> tuple[Coverage, ...]:
    """Every pack at `paths` in each of its languages. ContentError when there is no pack.

    The source language counts as shown and reviewed.
    """
    packs = read_packs(paths)
    return tuple(
        _with_sound(_covered(pack, tag), pack, tag)
        for pack in packs
        for tag in pack.manifest.languages
    )


def _with_sound(covered: Coverage, pack: SourcePack, language: LanguageTag) -> Coverage:
    origins = [line.clip and line.clip.origin for line in lines_of(pack, language)]
    current = {id(clip) for clip in current_clips(pack)}
    old = [clip for clip in pack.clips if clip.language == language and id(clip) not in current]
    return replace(
        covered,
        recorded=origins.count(Origin.RECORDED),
        synthetic=origins.count(Origin.SYNTHETIC),
        silent=origins.count(None),
        stale_audio=len(old),
    )


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
