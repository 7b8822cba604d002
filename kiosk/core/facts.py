"""Facts: typed values with a source and a date, which expire by themselves.

A fact past its date first warns, then hides its value, then is withdrawn. `on_expiry` names
the step an expired fact starts at; `HIDE_AFTER_DAYS` and
`WITHDRAW_AFTER_DAYS` say when the next ones follow.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from kiosk.core.ids import FactId, SourceId

HIDE_AFTER_DAYS = 90
WITHDRAW_AFTER_DAYS = 365
OLD_SOURCE_DAYS = 730


class FactType(Enum):
    """What a value is; decides how it is checked and how it is written in each language."""

    MONEY = "money"
    PHONE = "phone"
    NUMBER = "number"
    PERCENT = "percent"
    DURATION = "duration"
    MEASURE = "measure"
    DATE = "date"
    URL = "url"
    EMAIL = "email"
    ADDRESS = "address"

    @property
    def is_contact(self) -> bool:
        """True for ways to reach somebody."""
        return self in (FactType.PHONE, FactType.URL, FactType.EMAIL, FactType.ADDRESS)


class Confidence(Enum):
    """Who stands behind a source."""

    OFFICIAL = "official"
    SECONDARY = "secondary"


class OnExpiry(Enum):
    """Where an expired fact starts."""

    WARN = "warn"
    HIDE = "hide"
    WITHDRAW = "withdraw"


class FactStatus(Enum):
    """What may be shown of a fact on a given day."""

    CURRENT = "current"
    OLD = "old"
    HIDDEN = "hidden"
    WITHDRAWN = "withdrawn"

    @property
    def shows_value(self) -> bool:
        """True while the value itself is still shown."""
        return self in (FactStatus.CURRENT, FactStatus.OLD)


class Sensitivity(Enum):
    """Where a fact may appear."""

    PUBLIC = "public"
    COUNSELLOR_ONLY = "counsellor_only"
    NOT_FOR_PRINT = "not_for_print"


@dataclass(frozen=True)
class Source:
    """Where something was read.

    `published` is the page's own date as written there: `2025-12-05`, `2025-12`, `2025`, or
    `undated`. `checked` is the day we read it. `note` carries a doubt in the editor's words.
    """

    id: SourceId
    title: str
    publisher: str
    published: str
    checked: date
    confidence: Confidence
    url: str = ""
    note: str = ""

    @property
    def latest_day(self) -> date | None:
        """The last day `published` can mean, or None when undated."""
        parts = self.published.split("-")
        if not parts[0].isdigit():
            return None
        year = int(parts[0])
        month = int(parts[1]) if len(parts) > 1 else 12
        if len(parts) > 2:
            return date(year, month, int(parts[2]))
        following = date(year + month // 12, month % 12 + 1, 1)
        return following - timedelta(days=1)

    def is_old(self, as_of: date) -> bool:
        """True when undated or over 24 months old: what rests on it is never sure in `field`."""
        day = self.latest_day
        return day is None or (as_of - day).days > OLD_SOURCE_DAYS


@dataclass(frozen=True)
class Fact:
    """One value a person might act on.

    `value` is canonical: E.164 or a short code for phones, a decimal number for money, numbers,
    percentages, durations and measures (with `unit`: ISO 4217 currency, or `day` `week` `month`
    `year` `hour`, or a CLDR unit such as `mass-kilogram`), ISO date, address or URL as text.
    """

    id: FactId
    type: FactType
    value: str
    source: SourceId
    checked: date
    valid_until: date
    unit: str = ""
    scope: str = ""
    year: int | None = None
    on_expiry: OnExpiry = OnExpiry.WARN
    sensitivity: Sensitivity = Sensitivity.PUBLIC
    instrument: str = ""

    def status(self, as_of: date) -> FactStatus:
        """What may be shown on `as_of`."""
        overdue = (as_of - self.valid_until).days
        if overdue <= 0:
            return FactStatus.CURRENT
        if self.on_expiry is OnExpiry.WITHDRAW or overdue > WITHDRAW_AFTER_DAYS:
            return FactStatus.WITHDRAWN
        if self.on_expiry is OnExpiry.HIDE or overdue > HIDE_AFTER_DAYS:
            return FactStatus.HIDDEN
        return FactStatus.OLD


@dataclass(frozen=True)
class ShownFact:
    """A fact as one language shows it on one day.

    `shown` is formatted and isolated, empty when its status hides it. `dial` is the number as
    dialled, for phones.
    """

    id: FactId
    type: FactType
    shown: str
    status: FactStatus
    checked: date
    source: SourceId
    dial: str = ""
    printable: bool = True

    def __bool__(self) -> bool:
        """False when there is nothing to show."""
        return bool(self.shown)
