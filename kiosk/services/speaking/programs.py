"""Running a programme that speaks: words in on standard input, sound out, within a time."""

import subprocess
from collections.abc import Sequence

from kiosk.services.speaking.errors import VoiceError

_SECONDS = 30


def run(arguments: Sequence[str], words: str) -> bytes:
    """What the programme writes; VoiceError when it is not there, fails or takes too long.

    What it says on standard error is not repeated: it may hold the words.
    """
    program = arguments[0].rpartition("/")[2]
    try:
        done = subprocess.run(
            list(arguments),
            input=words.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise VoiceError(f"{program} took over {_SECONDS} s: use another voice") from error
    except OSError as error:
        raise VoiceError(f"{program} cannot be run ({error.strerror}): install it") from error
    if done.returncode:
        raise VoiceError(f"{program} failed with code {done.returncode}: run `doctor`")
    return done.stdout
