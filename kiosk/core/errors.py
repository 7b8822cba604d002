"""What can go wrong, split by who can act on it.

Every message is one line: what, where, what to do. A traceback never reaches a person; anything
that is not a `KioskError` is a bug and says so.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the commands."""

    DONE = 0
    CONTENT = 1
    USAGE = 2
    ENVIRONMENT = 3


class KioskError(Exception):
    """Something a person can act on; `str(error)` is the whole line shown to them."""

    exit_code = ExitCode.ENVIRONMENT


class ContentError(KioskError):
    """A pack, catalogue or site file is wrong: the content editor can act."""

    exit_code = ExitCode.CONTENT


class UsageError(KioskError):
    """The command was called in a way it does not understand: whoever typed it can act."""

    exit_code = ExitCode.USAGE


class EnvironmentProblem(KioskError):
    """No printer, no fonts, no disk, no packs: the operator can act."""

    exit_code = ExitCode.ENVIRONMENT


class MissingGlyphsError(EnvironmentProblem):
    """No installed font draws some characters; the text is refused rather than printed as boxes."""

    def __init__(self, characters: tuple[str, ...], language: str) -> None:
        """`characters` are the ones without a glyph, `language` the BCP 47 tag of the text."""
        self.characters = characters
        self.language = language
        shown = " ".join(f"{char} (U+{ord(char):04X})" for char in characters[:5])
        super().__init__(
            f"no installed font draws {shown} in {language}: install fonts-noto-core "
            "(or the font package of that script) and run `doctor`"
        )
