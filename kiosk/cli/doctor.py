"""`doctor`: what works on this machine and what to do about the rest."""

from datetime import date
from pathlib import Path

import click

from kiosk.app import PACKS, has_sound, open_qt
from kiosk.cli.opening import open_for_command
from kiosk.cli.parameters import as_of_option, json_option, print_json, print_line
from kiosk.core.errors import ExitCode
from kiosk.printing.printers import connect
from kiosk.services.checkup import Finding, Health, Machine, check_up
from kiosk.services.speaking import open_voice

_SIGNS = {Health.GOOD: "ok  ", Health.WARNING: "warn", Health.BAD: "BAD "}


@click.command("doctor")
@click.option("--site", "site_file", type=click.Path(path_type=Path), help="Site file (TOML).")
@as_of_option
@json_option
def command(site_file: Path | None, as_of: date | None, as_json: bool) -> int:
    """Fonts, packs and their age, printer, sound, speech, totals, disk, clock."""
    context = open_for_command(site_file, as_of)
    application = open_qt(offscreen=True)
    machine = Machine(
        engine=context.engine,
        library=context.library,
        printer=connect(context.site.printer),
        folder=PACKS,
        has_sound=has_sound,
        today=context.as_of,
        voice=open_voice(context.site.sound.voice),
        voice_name=context.site.sound.voice,
        release=context.site.release,
        counts=context.site.counts,
    )
    findings = check_up(machine)
    del application
    if as_json:
        print_json({"findings": [_document(finding) for finding in findings]})
    else:
        for finding in findings:
            tail = f" → {finding.way_out}" if finding.way_out else ""
            print_line(f"{_SIGNS[finding.health]} {finding.seen}{tail}")
    bad = any(finding.health is Health.BAD for finding in findings)
    return ExitCode.ENVIRONMENT if bad else ExitCode.DONE


def _document(finding: Finding) -> dict[str, str]:
    return {
        "id": finding.id,
        "health": finding.health.value,
        "seen": finding.seen,
        "way_out": finding.way_out,
    }
