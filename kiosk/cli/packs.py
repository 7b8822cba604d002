"""`packs`: check, build and start country packs."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from kiosk.app import CONTENT, output_folder
from kiosk.cli.audio import audio_command
from kiosk.cli.parameters import COUNTRY, as_of_option, json_option, print_json, print_line
from kiosk.cli.translations import coverage_command, translations_command
from kiosk.core.errors import ExitCode
from kiosk.core.ids import CountryCode
from kiosk.core.kinds import PackKind
from kiosk.core.problems import Problem, Problems
from kiosk.packs import build, check, create


@click.group("packs")
def command() -> None:
    """Check, build, start, translate and record country packs."""


command.add_command(audio_command)
command.add_command(coverage_command)
command.add_command(translations_command)


@command.command("check")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path), metavar="[DIR]...")
@click.option("--strict", is_flag=True, help="Facts that have expired by now are errors.")
@as_of_option
@json_option
def check_packs(folders: tuple[Path, ...], strict: bool, as_of: date | None, as_json: bool) -> int:
    """Every problem of packs, with file, line and a way out."""
    report = check(folders or (CONTENT,), as_of=as_of, strict=strict)
    _report(report.problems, as_json, {"packs": [str(pack.id) for pack in report.packs]})
    return ExitCode.CONTENT if report.problems.errors else ExitCode.DONE


@command.command("build")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path), metavar="[DIR]...")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="DIR")
@as_of_option
@json_option
def build_packs(folders: tuple[Path, ...], output: Path, as_of: date | None, as_json: bool) -> int:
    """Compile packs, each into one file; packs with errors are left out."""
    report = build(folders or (CONTENT,), output_folder(output), as_of=as_of)
    done = {
        "built": [str(pack) for pack in report.built],
        "unchanged": [str(pack) for pack in report.unchanged],
    }
    errors = report.problems.errors
    _report(Problems(errors), as_json, done)
    if not as_json:
        print_line(f"{len(done['built'])} built, {len(done['unchanged'])} unchanged in {output}")
    return ExitCode.CONTENT if errors else ExitCode.DONE


@command.command("new")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--kind", type=click.Choice([k.value for k in PackKind]), required=True)
@click.option("--country", type=COUNTRY, help="Needed for host and origin packs.")
@as_of_option
def new_pack(folder: Path, kind: str, country: CountryCode | None, as_of: date | None) -> int:
    """Start a pack that passes the check; the folder's name becomes its id."""
    create(folder, PackKind(kind), country, as_of)
    print_line(f"{folder}: started; read docs/content-format.md, then run `packs check {folder}`")
    return ExitCode.DONE


def _report(problems: Problems, as_json: bool, more: dict[str, Any]) -> None:
    if as_json:
        print_json({"problems": [_document(problem) for problem in problems], **more})
        return
    for problem in problems:
        print_line(str(problem))
    errors, warnings = len(problems.errors), len(problems.warnings)
    print_line(f"{errors} errors, {warnings} warnings")


def _document(problem: Problem) -> dict[str, Any]:
    return {
        "path": str(problem.path),
        "line": problem.line,
        "rule": problem.rule,
        "severity": problem.severity.value,
        "message": problem.message,
        "way_out": problem.way_out,
    }
