"""A screen without hardware: `Xvfb` (Debian xvfb), whose pixels can be read while it runs.

It keeps them in a file, in the format of `xwd`: a header of big-endian numbers, the first its own
length and the twentieth how many colours follow it, then the rows of the picture.
"""

import os
import signal
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_COLOR_BYTES = 12


class VirtualScreen:
    """A running X server; `display` is what DISPLAY is set to."""

    def __init__(self, display: str, pixels: Path) -> None:
        self.display = display
        self._pixels = pixels

    def picture(self) -> bytes:
        """Every pixel of now."""
        data = self._pixels.read_bytes()
        (header,) = struct.unpack(">I", data[:4])
        (colors,) = struct.unpack(">I", data[76:80])
        return data[header + colors * _COLOR_BYTES :]


@contextmanager
def virtual_screen(folder: Path, width: int, height: int) -> Iterator[VirtualScreen]:
    """A screen of so many pixels, for as long as the block lasts; what it writes is in `folder`."""
    reading, writing = os.pipe()
    arguments = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24"]
    arguments += ["-fbdir", str(folder), "-nolisten", "tcp", "-noreset", "-nocursor"]
    with (folder / "xvfb.log").open("wb") as log:
        server = subprocess.Popen(arguments, pass_fds=(writing,), stdout=log, stderr=log)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            said = (folder / "xvfb.log").read_text(errors="replace")
            raise RuntimeError(f"Xvfb does not start: {said}")
        yield VirtualScreen(f":{number}", folder / "Xvfb_screen0")
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=10)
