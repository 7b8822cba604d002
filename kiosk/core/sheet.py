"""The personal information sheet as a plan: what stands on it, in which order, in one language.

A plan is words and structure only. Two plans of one request in two languages hold the same element
keys, so that paper can put paragraph beside paragraph. `kiosk.printing` turns plans into pages.
"""

from dataclasses import dataclass, field
from enum import Enum

from kiosk.core.answers import Answers
from kiosk.core.eligibility import Verdict
from kiosk.core.ids import CountryCode, LanguageTag, RegionCode
from kiosk.core.languages import Language
from kiosk.core.texts import TextState


class SectionId(Enum):
    """The parts of a sheet; the order here is the order on paper."""

    OPTIONS = "options"
    RIGHTS = "rights"
    PROTECTION = "protection"
    STEPS = "steps"
    CONTACTS = "contacts"
    FIRST_DAYS = "first_days"
    ANSWERS = "answers"
    NOT_KNOWN = "not_known"
    COMPLAINT = "complaint"
    SOURCES = "sources"

    @property
    def in_code(self) -> bool:
        """True when the sheet code may name it: it tells nothing about the person."""
        return self is not SectionId.ANSWERS


class ElementKind(Enum):
    """What an element looks like on paper."""

    TITLE = "title"
    LEAD = "lead"
    HEADING = "heading"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    CHECKBOX = "checkbox"
    VERDICT = "verdict"
    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"
    PHONE = "phone"
    NOTE = "note"
    SAFETY = "safety"
    SMALL = "small"
    SOURCES = "sources"

    @property
    def runs_on(self) -> bool:
        """True for small print: what follows in the same group may stand on the same line."""
        return self in (ElementKind.SMALL, ElementKind.LEAD)


@dataclass(frozen=True)
class SheetElement:
    """One paragraph on paper. `key` is the same in every language of one request.

    Keys say what belongs together: `contact/x/phone0` stands below the subheading `contact/x`.
    `verdict` is that of an element of kind VERDICT and decides its shape.
    """

    key: str
    kind: ElementKind
    text: str
    language: LanguageTag
    state: TextState = TextState.SOURCE
    verdict: Verdict | None = None


@dataclass(frozen=True)
class SheetSection:
    """A heading and what stands below it."""

    id: SectionId
    title: SheetElement
    elements: tuple[SheetElement, ...]


@dataclass(frozen=True)
class SheetPlan:
    """One language of a sheet.

    `lead` stands below the title (draft and demonstration notes); `ribbon` repeats on each page;
    `page_words` is a template with `{page}` and `{pages}`; `code` the sheet code, empty on discreet
    sheets, `code_words` what is said about it, `qr` what the QR holds.
    """

    language: Language
    title: SheetElement
    lead: tuple[SheetElement, ...]
    sections: tuple[SheetSection, ...]
    page_words: str
    ribbon: str = ""
    code: str = ""
    code_words: str = ""
    qr: str = ""
    discreet: bool = False


@dataclass(frozen=True)
class SheetRequest:
    """Whose sheet: never who, only what was chosen.

    `reasons_from` names the questions whose reasons may stand on paper, `answers_from` those whose
    answers may; a discreet sheet has neither.
    """

    host: CountryCode
    origin: CountryCode
    language: LanguageTag
    also: LanguageTag | None = None
    answers: Answers = field(default_factory=Answers)
    region: RegionCode | None = None
    discreet: bool = False
    reasons_from: frozenset[str] = frozenset()
    answers_from: frozenset[str] = frozenset()
