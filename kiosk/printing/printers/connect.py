"""From the address in a site file to a printer."""

from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from kiosk.core.errors import UsageError
from kiosk.printing.printers.absent import AbsentPrinter
from kiosk.printing.printers.file import FilePrinter
from kiosk.printing.printers.ipp import IppPrinter
from kiosk.printing.printers.memory import MemoryPrinter
from kiosk.printing.printers.port import Printer

_WAY_OUT = "write ipp://host/ipp/print, ipps://host/ipp/print, file:///folder, memory: or none:"


def connect(untrusted_uri: str) -> Printer:
    """The printer at this address; nothing is sent before it is asked something.

    `ipp://` and `ipps://` are printers and CUPS queues, `file:///folder` writes PDF files,
    `memory:` swallows everything, `none:` is a site without a printer. Raises `UsageError` for
    anything else.
    """
    uri = untrusted_uri.strip()
    try:
        parts = urlsplit(uri)
        port = parts.port
    except ValueError:
        raise _bad(uri, "this is not an address") from None
    if uri == "memory:":
        return MemoryPrinter(keep=0)
    if uri == "none:":
        return AbsentPrinter()
    if parts.scheme in ("ipp", "ipps"):
        return _ipp_printer(uri, parts, port)
    if parts.scheme == "file":
        return _file_printer(uri, parts)
    raise _bad(uri, "no such kind of printer")


def _ipp_printer(uri: str, parts: SplitResult, port: int | None) -> IppPrinter:
    if not parts.hostname or any(char.isspace() for char in uri):
        raise _bad(uri, "the host is missing")
    if parts.username is not None:
        raise UsageError(
            "printer address: a name or password does not belong in it; "
            "let the printer accept the kiosk by its network address"
        )
    if port == 0:
        raise _bad(uri, "there is no port 0")
    return IppPrinter(uri)


def _file_printer(uri: str, parts: SplitResult) -> FilePrinter:
    folder = unquote(parts.path)
    if parts.netloc or not folder.startswith("/") or "\0" in folder:
        raise _bad(uri, "a folder is written with three slashes")
    return FilePrinter(Path(folder))


def _bad(uri: str, what: str) -> UsageError:
    # The line may end in a log: nothing before an @, where a password would stand.
    shown = "".join(char if char.isprintable() else "?" for char in uri.rpartition("@")[2])[:80]
    return UsageError(f'printer address "{shown}": {what}; {_WAY_OUT}')
