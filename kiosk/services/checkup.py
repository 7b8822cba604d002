"""The self-test: what works on this machine, what does not, and what to do about it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path

from kiosk.core.errors import EnvironmentProblem
from kiosk.core.facts import FactStatus
from kiosk.core.ids import PackId
from kiosk.core.kinds import Release
from kiosk.core.languages import LANGUAGES
from kiosk.library import Library
from kiosk.printing.printers import Printer, PrinterCondition, PrinterStatus
from kiosk.services.counting import open_tally
from kiosk.services.speaking import NoVoice, Voice
from kiosk.services.speaking.voices import is_installed
from kiosk.text import TextEngine

LEAST_FREE_BYTES = 200 * 1024 * 1024
OLD_PACK_DAYS = 365
EARLIEST_PLAUSIBLE_DAY = date(2026, 1, 1)


class Health(Enum):
    """How a thing is."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True)
class Finding:
    """One thing looked at: what it is, how it is, what to do."""

    id: str
    health: Health
    seen: str
    way_out: str = ""


@dataclass(frozen=True)
class Machine:
    """What is looked at. `has_sound` asks the sound system, `today` is the machine's clock.

    `voice_name` is the voice the site file names, `voice` what was found of it; `counts` is the
    address of the totals, empty where nothing is counted.
    """

    engine: TextEngine
    library: Library
    printer: Printer
    folder: Path
    has_sound: Callable[[], bool]
    today: date
    voice: Voice = field(default_factory=NoVoice)
    voice_name: str = "none"
    release: Release = Release.DEMO
    counts: str = ""


def check_up(machine: Machine) -> tuple[Finding, ...]:
    """Fonts, packs and their age, printer, sound and speech, totals, disk and clock."""
    return (
        *_fonts(machine),
        *_packs(machine),
        _printer(machine.printer.status()),
        _sound(machine),
        *_voices(machine),
        *_totals(machine),
        _disk(machine),
        _clock(machine),
    )


def _fonts(machine: Machine) -> Iterator[Finding]:
    offered = machine.library.languages
    for tag, language in LANGUAGES.items():
        shown = machine.engine.can_show(language)
        if shown and tag in offered:
            yield Finding(f"font-{tag}", Health.GOOD, f"{language.name} can be shown and printed")
        elif not shown:
            yield Finding(
                f"font-{tag}",
                Health.BAD if tag in offered else Health.WARNING,
                f"{language.name} cannot be shown: no font draws all of it",
                "install fonts-noto-core (Chinese: fonts-noto-cjk)",
            )


def _packs(machine: Machine) -> Iterator[Finding]:
    for pack in machine.library.packs:
        age = (machine.today - pack.released).days
        seen = f"{pack.id} {pack.version}, released {pack.released.isoformat()}"
        if age > OLD_PACK_DAYS:
            yield Finding(f"pack-{pack.id}", Health.WARNING, f"{seen}: old", "get a newer pack")
        else:
            yield Finding(f"pack-{pack.id}", Health.GOOD, seen)
        yield from _expired(machine, pack.id)


def _expired(machine: Machine, pack_id: PackId) -> Iterator[Finding]:
    facts = machine.library.facts_of(pack_id)
    expired = [f.id for f in facts if f.status(machine.today) is not FactStatus.CURRENT]
    if expired:
        names = ", ".join(expired[:5]) + (" …" if len(expired) > 5 else "")
        yield Finding(
            f"facts-{pack_id}",
            Health.WARNING,
            f"{len(expired)} facts are past their date: {names}",
            "check them at their source and release a new pack",
        )


def _printer(status: PrinterStatus) -> Finding:
    condition = status.condition
    seen = ", ".join(found.value.replace("_", " ") for found in status.conditions) or "ready"
    if condition is PrinterCondition.NOT_CONFIGURED:
        way_out = "name one in the site file, or leave it: sheets are then read on the screen"
        return Finding("printer", Health.WARNING, "printer: this site has none", way_out)
    if not condition.can_print:
        return Finding("printer", Health.BAD, f"printer: {seen}", "see docs/printing.md")
    health = Health.WARNING if status.conditions else Health.GOOD
    return Finding(
        "printer", health, f"printer: {seen}", "refill soon" if status.conditions else ""
    )


def _sound(machine: Machine) -> Finding:
    if machine.has_sound():
        return Finding("sound", Health.GOOD, "sound: an output is there")
    way_out = "plug in a headset or speaker, and see that PipeWire or PulseAudio runs"
    return Finding("sound", Health.WARNING, "sound: no output found", way_out)


def _voices(machine: Machine) -> Iterator[Finding]:
    """The voice the site names, and by which means each shipped language can be heard."""
    if not is_installed(machine.voice_name):
        yield Finding(
            "voice",
            Health.WARNING,
            f"voice: {machine.voice_name} is not on this machine",
            "install espeak-ng, or put piper and its voices into the folder named",
        )
    recorded = machine.library.recordings(machine.release).languages
    for tag in machine.library.languages:
        ways = ["recordings"] * (tag in recorded)
        ways += [f"the voice {machine.voice_name}"] * machine.voice.speaks(tag)
        name = LANGUAGES[tag].name
        if ways:
            yield Finding(f"speech-{tag}", Health.GOOD, f"{name} is heard by {' and '.join(ways)}")
        else:
            yield Finding(
                f"speech-{tag}",
                Health.WARNING,
                f"{name} cannot be heard: no recording, and no voice for it",
                "record it, or add a voice: see docs/guides/editor.md",
            )


def _totals(machine: Machine) -> Iterator[Finding]:
    if not machine.counts:
        return
    try:
        open_tally(machine.counts)
    except EnvironmentProblem as problem:
        seen, _, way_out = str(problem).rpartition(": ")
        yield Finding("totals", Health.BAD, f"totals: {seen}", way_out)
    else:
        yield Finding("totals", Health.GOOD, f"totals: kept in {machine.counts}")


def _disk(machine: Machine) -> Finding:
    free = shutil.disk_usage(machine.folder).free
    seen = f"disk: {free // (1024 * 1024)} MiB free"
    if free < LEAST_FREE_BYTES:
        return Finding("disk", Health.BAD, seen, "free at least 200 MiB")
    return Finding("disk", Health.GOOD, seen)


def _clock(machine: Machine) -> Finding:
    newest = max((pack.released for pack in machine.library.packs), default=EARLIEST_PLAUSIBLE_DAY)
    seen = f"clock: {machine.today.isoformat()}"
    if machine.today < max(newest, EARLIEST_PLAUSIBLE_DAY):
        way_out = "set the clock: it is earlier than the packs, so old facts would look current"
        return Finding("clock", Health.BAD, seen, way_out)
    return Finding("clock", Health.GOOD, seen)
