"""The table of commands. Each command's module is imported when it is called, not before."""

from importlib import import_module

import click

_COMMANDS = {
    "kiosk": "kiosk_window",
    "sheet": "sheet",
    "language-card": "language_card",
    "options": "options",
    "search": "search",
    "packs": "packs",
    "tour": "tour",
    "doctor": "doctor",
}


class _Table(click.Group):
    """Looks commands up by name; without one, the kiosk opens."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the design."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        module = _COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = import_module(f"kiosk.cli.{module}").command
        return command


@click.group(cls=_Table, invoke_without_command=True)
@click.pass_context
def program(context: click.Context) -> int:
    """Crossroads: return, reintegration and rights information, without a network."""
    if context.invoked_subcommand is None:
        opened: int = context.invoke(import_module("kiosk.cli.kiosk_window").command)
        return opened
    return 0
