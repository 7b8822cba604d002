"""The one module that knows pyipp: one question, one answer, every failure with a name.

pyipp is asynchronous and pulls in aiohttp, which is slow to import, so this module is imported
only when a printer is first spoken to. Each conversation has its own event loop and connection
and leaves nothing open behind it, which lets it run in any worker thread.

pyipp bounds the time to the first byte of an answer only; the limit here is for the whole
conversation.
"""

import asyncio
import math
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, TypeVar

import aiohttp
from pyipp import IPP, IPPConnectionError, IPPError, IPPResponseError
from pyipp.enums import IppOperation, IppStatus

from kiosk.printing.printers.answers import PDF, Attributes
from kiosk.printing.printers.port import JOB_NAME, USER_NAME, JobId, Ticket
from kiosk.printing.printers.trouble import Trouble, TroubleError

T = TypeVar("T")


_STATUS_TROUBLES: Mapping[int, Trouble] = {
    IppStatus.ERROR_BUSY: Trouble.BUSY,
    IppStatus.ERROR_TEMPORARY: Trouble.BUSY,
    IppStatus.ERROR_TOO_MANY_JOBS: Trouble.BUSY,
    IppStatus.ERROR_SERVICE_UNAVAILABLE: Trouble.BUSY,
    IppStatus.ERROR_NOT_ACCEPTING_JOBS: Trouble.NOT_ACCEPTING,
    IppStatus.ERROR_PRINTER_IS_DEACTIVATED: Trouble.NOT_ACCEPTING,
    IppStatus.ERROR_NOT_FOUND: Trouble.NOT_FOUND,
    IppStatus.ERROR_GONE: Trouble.NOT_FOUND,
    IppStatus.ERROR_NOT_POSSIBLE: Trouble.NOT_POSSIBLE,
    IppStatus.ERROR_DOCUMENT_FORMAT_NOT_SUPPORTED: Trouble.FORMAT,
    IppStatus.ERROR_DOCUMENT_FORMAT_ERROR: Trouble.FORMAT,
    IppStatus.ERROR_ATTRIBUTES_OR_VALUES: Trouble.ATTRIBUTES,
    IppStatus.ERROR_CONFLICTING: Trouble.ATTRIBUTES,
}


class Conversation:
    """One connection to one printer, good for a few questions."""

    def __init__(self, ipp: IPP) -> None:
        """`ipp` is open for as long as the conversation lasts."""
        self._ipp = ipp

    async def printer(self, attributes: Sequence[str]) -> Attributes:
        """The named printer attributes; those the printer does not have are missing.

        They are named one by one because pyipp refuses a whole answer over one enum value that
        it does not know.
        """
        asked = {"requested-attributes": list(attributes)}
        answer = await self._ask(IppOperation.GET_PRINTER_ATTRIBUTES, asked)
        return _first(answer, "printers")

    async def job(self, job: JobId, attributes: Sequence[str]) -> Attributes:
        """The named attributes of one job."""
        asked = {"job-id": job, "requested-attributes": list(attributes)}
        answer = await self._ask(IppOperation.GET_JOB_ATTRIBUTES, asked)
        return _first(answer, "jobs")

    async def print_pdf(self, pdf: bytes, ticket: Ticket) -> Attributes:
        """Send the document; the answer describes the new job."""
        wanted: dict[str, Any] = {} if ticket.media.is_roll else {"sides": "one-sided"}
        if ticket.copies > 1:
            wanted["copies"] = ticket.copies
        if ticket.ipp_media is not None:
            wanted["media"] = ticket.ipp_media
        extra: dict[str, Any] = {"job-attributes-tag": wanted, "data": pdf}
        asked = {"job-name": JOB_NAME, "document-format": PDF}
        return _first(await self._ask(IppOperation.PRINT_JOB, asked, extra), "jobs")

    async def cancel(self, job: JobId) -> None:
        """Ask for the job to be dropped."""
        await self._ask(IppOperation.CANCEL_JOB, {"job-id": job})

    async def _ask(
        self,
        operation: IppOperation,
        attributes: dict[str, Any],
        extra: dict[str, Any] | None = None,
    ) -> dict[str, Any]:
        message = {
            "operation-attributes-tag": {"requesting-user-name": USER_NAME, **attributes},
            **(extra or {}),
        }
        return await self._ipp.execute(operation, message)


def converse(uri: str, seconds: float, talk: Callable[[Conversation], Awaitable[T]]) -> T:
    """Hold one conversation with the printer at `uri` and return what `talk` returns.

    Takes at most about `seconds`. Raises `TroubleError`, and nothing else, for whatever the
    network or the printer does wrong.
    """
    return asyncio.run(_converse(uri, seconds, talk))


async def _converse(uri: str, seconds: float, talk: Callable[[Conversation], Awaitable[T]]) -> T:
    try:
        async with asyncio.timeout(seconds):
            async with IPP(host=uri, request_timeout=math.ceil(seconds)) as ipp:
                return await talk(Conversation(ipp))
    except IPPConnectionError as error:
        raise TroubleError(_connection_trouble(error)) from error
    except IPPError as error:
        raise TroubleError(_answer_trouble(error)) from error
    except (aiohttp.ClientError, OSError) as error:  # OSError includes TimeoutError
        raise TroubleError(Trouble.NO_ANSWER) from error
    except ValueError as error:  # an error page that is not even text
        raise TroubleError(Trouble.GARBLED) from error


def _connection_trouble(error: IPPConnectionError) -> Trouble:
    never_sent = isinstance(error.__cause__, aiohttp.ClientConnectorError)
    return Trouble.NO_CONNECTION if never_sent else Trouble.NO_ANSWER


def _answer_trouble(error: IPPError) -> Trouble:
    details = error.args[1] if len(error.args) > 1 else None
    if isinstance(error, IPPResponseError):
        return Trouble.REFUSED
    if not isinstance(details, dict) or not isinstance(details.get("status-code"), int):
        return Trouble.GARBLED
    return _STATUS_TROUBLES.get(details["status-code"], Trouble.REFUSED)


def _first(answer: Mapping[str, Any], group: str) -> Attributes:
    untrusted_groups = answer.get(group) or [{}]
    return dict(untrusted_groups[0])
