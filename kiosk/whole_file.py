"""Writing a file whole or not at all: for every part of the program that puts something on a disk.

It stands beside the other parts so that `core` stays free of files, and none of them has to import
another for it.
"""

import os
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`; what stood there stays until all of it is safely on the disk.

    OSError when the disk or the folder refuses; no half of it is left behind then.
    """
    half = path.parent / f".{path.name}.new"
    # What a machine that lost power left there, or a link that somebody laid.
    half.unlink(missing_ok=True)
    try:
        with half.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
