"""`packs audio`: draft audio for texts nobody has recorded, and the list of what to record."""

import sys
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from kiosk.app import CONTENT
from kiosk.cli.parameters import LANGUAGE, as_of_option, json_option, print_json, print_line
from kiosk.core.errors import ExitCode, UsageError
from kiosk.core.ids import LanguageTag
from kiosk.packs import Line, lines_of, read_packs, safety_contexts
from kiosk.packs.source import SourcePack
from kiosk.services.speaking import open_voice
from kiosk.services.speaking.drafting import DraftReport, check_voice, render_drafts
from kiosk.services.speaking.voices import ESPEAK, VoiceError, is_installed

_PROGRESS_EVERY = 25
_SAFETY = "safety"


@click.command("audio")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path), metavar="[DIR]...")
@click.option("--lang", "languages", type=LANGUAGE, multiple=True, required=True)
@click.option("--voice", default=ESPEAK, help="espeak-ng, or piper:/folder.", metavar="VOICE")
@click.option("--only", type=click.Choice([_SAFETY]), help="Only safety, rights and child texts.")
@click.option("--list", "is_list", is_flag=True, help="Only list texts with hash: what to record.")
@as_of_option
@json_option
def audio_command(
    folders: tuple[Path, ...],
    languages: tuple[LanguageTag, ...],
    voice: str,
    only: str | None,
    is_list: bool,
    as_of: date | None,
    as_json: bool,
) -> int:
    """Draft audio, spoken by a machine, for every text that no person has recorded."""
    packs = read_packs(folders or (CONTENT,))
    work = [(pack, tag) for tag in languages for pack in packs if tag in pack.manifest.languages]
    if not work:
        raise UsageError(f"no pack has {' or '.join(languages)}: add it to languages in pack.toml")
    if is_list:
        return _print_lines(work, only is not None, as_json)
    return _render(work, voice, as_of, only is not None, as_json)


def _render(
    work: list[tuple[SourcePack, LanguageTag]],
    voice_name: str,
    as_of: date | None,
    only_safety: bool,
    as_json: bool,
) -> int:
    voice = open_voice(voice_name)
    if not is_installed(voice_name):
        raise VoiceError(f"{voice_name} is not on this machine: install it, see docs/guides")
    for _, tag in work:
        check_voice(voice, voice_name, tag)
    day = as_of or datetime.now().astimezone().date()
    reports: list[DraftReport] = []
    for pack, tag in work:
        shown = _Progress(f"{pack.id} {tag}")
        report = render_drafts(pack, tag, voice, day, only_safety=only_safety, progress=shown.say)
        reports.append(report)
        if not as_json:
            print_line(_summary(report))
    if as_json:
        print_json([asdict(report) for report in reports])
    return ExitCode.DONE


class _Progress:
    """One line on standard error now and then, so that standard output stays for the result."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._said = 0

    def say(self, done: int, total: int) -> None:
        """Say how far it is, every few texts."""
        if done >= self._said + _PROGRESS_EVERY:
            self._said = done
            sys.stderr.write(f"{self._what}: {done} of {total}\n")


def _summary(report: DraftReport) -> str:
    parts = [
        f"{report.made} made ({report.seconds:.0f} s, {report.bytes // 1024} KiB)",
        f"{report.kept} kept",
        f"{report.recorded} recorded by people",
        f"{report.removed} outdated removed",
    ]
    if report.unknown:
        parts.append(f"{report.unknown} with a value not known stay silent")
    if report.too_long:
        parts.append(f"over 3 minutes: {', '.join(report.too_long)}")
    return f"{report.pack} {report.language} by {report.voice}: {', '.join(parts)}"


def _print_lines(
    work: list[tuple[SourcePack, LanguageTag]], only_safety: bool, as_json: bool
) -> int:
    found: list[dict[str, Any]] = []
    for pack, tag in work:
        wanted = safety_contexts(pack) if only_safety else None
        lines = (n for n in lines_of(pack, tag) if wanted is None or n.spoken.of in wanted)
        found.extend(_document(pack, line) for line in lines)
    if as_json:
        print_json(found)
        return ExitCode.DONE
    for one in found:
        words = " / ".join(one["text"].split("\n"))
        print_line(f"{one['pack']} {one['language']} {one['of']} {one['audio']} {one['hash']}")
        print_line(f"  {words}")
    return ExitCode.DONE


def _document(pack: SourcePack, line: Line) -> dict[str, Any]:
    utterance = line.spoken.utterance
    return {
        "pack": pack.id,
        "language": utterance.language,
        "of": line.spoken.of,
        "audio": line.clip.origin.value if line.clip else "none",
        "hash": utterance.key,
        "text": utterance.text,
    }
