"""Files that commands write: whole or not at all."""

import tempfile
from pathlib import Path

from kiosk.core.errors import EnvironmentProblem


def write_whole(path: Path, data: bytes) -> None:
    """Write a file and the folders above it; what stood there stays until all is written.

    Raises EnvironmentProblem when the place takes no files; nothing is left behind then.
    """
    half: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as stream:
            half = Path(stream.name)
            stream.write(data)
        half.replace(path)
        half = None
    except OSError as error:
        raise EnvironmentProblem(
            f"{path}: cannot write here ({error.strerror}): choose another place with -o"
        ) from error
    finally:
        if half is not None:
            half.unlink(missing_ok=True)
