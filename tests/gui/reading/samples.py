"""Entries to show in tests, in any language: what matters is their shape, not their truth."""

from datetime import date

from kiosk.core.eligibility import Verdict
from kiosk.core.entries import (
    Gift,
    Instrument,
    Item,
    Phase,
    Programme,
    QuestionText,
    Right,
    Service,
    Topic,
)
from kiosk.core.facts import Confidence, FactStatus, FactType, ShownFact, Source
from kiosk.core.ids import BlockId, CountryCode, EntryRef, FactId, LanguageTag, SourceId
from kiosk.core.kinds import (
    PhaseName,
    ProgrammeKind,
    RunBy,
    ServiceType,
    SupportForm,
    TellsAuthorities,
    TopicSection,
)
from kiosk.core.texts import Block, BlockKind, Inline, Text, TextState
from kiosk.services.advising import OptionView, ReasonView

DAY = date(2026, 3, 1)
EN = LanguageTag("en")

SENTENCES = {
    "en": "You decide yourself. You can ask for time, for a lawyer, or change your mind.",
    "ar": "القرار قرارك. يمكنك أن تطلب وقتاً أو محامياً أو أن تغيّر رأيك.",
    "km": "អ្នក\u200bជា\u200bអ្នក\u200bសម្រេច\u200bចិត្ត\u200bដោយ\u200bខ្លួន\u200bឯង។",
}
TITLES = {
    "en": "Help with going back",
    "ar": "المساعدة على العودة",
    "km": "ជំនួយ\u200bក្នុង\u200bការ\u200bវិល\u200bត្រឡប់",
}


def text(tag: str = "en", words: str = "", state: TextState = TextState.SOURCE) -> Text:
    return Text(words or SENTENCES[tag], LanguageTag(tag), state)


def title(tag: str = "en") -> Text:
    return Text(TITLES[tag], LanguageTag(tag))


SOURCE = Source(
    id=SourceId("common/iom"),
    title="Assisted voluntary return",
    publisher="IOM",
    published="2025-06",
    checked=DAY,
    confidence=Confidence.OFFICIAL,
)


def block(kind: BlockKind, rows: list[list[list[Inline]]], tag: str, **more: object) -> Block:
    cells = tuple(tuple(tuple(cell) for cell in row) for row in rows)
    return Block(BlockId("common/t/b"), kind, cells, LanguageTag(tag), **more)  # type: ignore[arg-type]


def topic(tag: str = "en") -> Topic:
    words = SENTENCES[tag]
    link = Inline(TITLES[tag], link="common/avrr")
    blocks = (
        block(BlockKind.HEADING, [[[Inline(TITLES[tag])]]], tag, level=2),
        block(BlockKind.PARAGRAPH, [[[Inline(words), Inline(" "), link, Inline(".")]]], tag),
        block(BlockKind.LIST, [[[Inline(words)]], [[Inline(words, strong=True)]]], tag),
        block(
            BlockKind.TABLE,
            [[[Inline(TITLES[tag])], [Inline(TITLES[tag])]], [[Inline(words)], [Inline(words)]]]
            * 2,
            tag,
            old_facts=(FactId("common/money"),),
        ),
    )
    return Topic(
        id=EntryRef("common/avrr"),
        sources=(SOURCE.id,),
        checked=DAY,
        title=title(tag),
        summary=text(tag),
        section=TopicSection.RETURN,
        blocks=blocks,
        owner="IOM",
    )


def question(tag: str = "en", name: str = "needs") -> QuestionText:
    values = ("illness", "fear_of_return", "pressure", "none_of_these", "rather_not_say")
    return QuestionText(
        id=EntryRef(f"common/{name}"),
        sources=(),
        checked=DAY,
        question=name,
        text=title(tag),
        why=text(tag),
        values=tuple(Item(value, text(tag)) for value in values),
    )


def phone(shown: str = "\u2066+49\u00a030\u00a01234567\u2069") -> ShownFact:
    return ShownFact(
        FactId("host/phone"),
        FactType.PHONE,
        shown,
        FactStatus.CURRENT,
        DAY,
        SOURCE.id,
        dial="+49301234567",
    )


def service(tag: str = "en", **more: object) -> Service:
    values: dict[str, object] = {
        "id": EntryRef("host/line"),
        "sources": (SOURCE.id,),
        "checked": DAY,
        "name": title(tag),
        "type": ServiceType.PROTECTION,
        "country": CountryCode("DE"),
        "run_by": RunBy.NGO,
        "tells_authorities": TellsAuthorities.NO,
        "description": text(tag),
        "phones": (phone(),),
        "free": True,
        "languages": (LanguageTag("en"), LanguageTag("ar")),
    }
    return Service(**{**values, **more})  # type: ignore[arg-type]


def right(tag: str = "en") -> Right:
    return Right(
        id=EntryRef("common/right"),
        sources=(SOURCE.id,),
        checked=DAY,
        title=title(tag),
        plain=text(tag),
        limit=text(tag),
        instruments=(Instrument("ICCPR", "12"),),
        binds=text(tag),
    )


def option(tag: str = "en", verdict: Verdict = Verdict.ASK) -> OptionView:
    gifts = (
        Gift("money", text(tag), SupportForm.CASH),
        Gift("ride", text(tag), SupportForm.SERVICE),
    )
    programme = Programme(
        id=EntryRef("host/avrr"),
        sources=(SOURCE.id,),
        checked=DAY,
        title=title(tag),
        summary=text(tag),
        kind=ProgrammeKind.ASSISTED_RETURN,
        phases=(Phase(PhaseName.BEFORE, gifts), Phase(PhaseName.AFTER, gifts[:1])),
        papers=(Item("a", text(tag)),),
        steps=(Item("b", text(tag)), Item("c", text(tag))),
        coming_back=text(tag),
    )
    reasons = (
        ReasonView("situation", True, text(tag)),
        ReasonView("papers", False, text(tag)),
        ReasonView("needs", None, text(tag)),
    )
    return OptionView(programme, TITLES[tag], verdict, SENTENCES[tag], reasons)
