"""The commands: `python main.py …`. One table, one way errors come out, one line each."""

import sys
from collections.abc import Sequence

import click

from kiosk.cli.table import program
from kiosk.core.errors import ExitCode, KioskError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; errors are one line on standard error."""
    try:
        result = program.main(
            args=None if arguments is None else list(arguments),
            prog_name="main.py",
            standalone_mode=False,
        )
        return result if isinstance(result, int) else ExitCode.DONE
    except click.exceptions.Abort:
        return _fail("stopped", ExitCode.USAGE)
    except click.ClickException as error:
        return _fail(f"{error.format_message()} Try `python main.py --help`.", ExitCode.USAGE)
    except KioskError as error:
        return _fail(str(error), error.exit_code)
    except SystemExit:
        # So click ends when the reader of a pipe has gone away, which is no error.
        return ExitCode.DONE
    except OSError as error:
        place = error.filename or "standard output"
        line = f"{place}: {error.strerror or error}: look at the disk, or choose another place"
        return _fail(line, ExitCode.ENVIRONMENT)
    except Exception as error:  # noqa: BLE001, one of the three places that may
        kind = type(error).__name__
        return _fail(f"this is a bug, please report it: {kind}: {error}", ExitCode.ENVIRONMENT)


def _fail(line: str, code: ExitCode) -> int:
    print(f"error: {' '.join(line.split())}", file=sys.stderr)
    return code
