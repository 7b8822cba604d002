"""Files that commands write where they are told to."""

from pathlib import Path

from kiosk import whole_file
from kiosk.core.errors import EnvironmentProblem


def write_whole(path: Path, data: bytes) -> None:
    """Write a file and the folders above it; what stood there stays until all is written.

    Raises EnvironmentProblem when the place takes no files; nothing is left behind then.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        whole_file.write_whole(path, data)
    except OSError as error:
        raise EnvironmentProblem(
            f"{path}: cannot write here ({error.strerror}): choose another place with -o"
        ) from error
