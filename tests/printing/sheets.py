"""Sheets for tests, made up or of the shipped content, and what readers of PDF get out of them."""

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pypdf

from kiosk.core.answers import Answers
from kiosk.core.ids import CountryCode, LanguageTag, RegionCode
from kiosk.core.languages import LANGUAGES
from kiosk.core.paper import Paper
from kiosk.core.questions import QUESTIONS
from kiosk.core.sheet import (
    ElementKind,
    SectionId,
    SheetElement,
    SheetPlan,
    SheetRequest,
    SheetSection,
)
from kiosk.i18n.isolation import strip_invisible
from kiosk.printing.compose import Pdf, compose, page_breaks
from kiosk.printing.measures import Measures, measures_for
from kiosk.printing.pages import Page
from kiosk.printing.rows import RowMaker
from kiosk.text import TextEngine
from tests.factories.shipped import Shipped

ANSWERS = Answers.of(
    {
        "situation": ["asked_to_leave"],
        "age": ["adult"],
        "household": ["partner", "children"],
        "papers": ["valid_passport"],
        "means": ["cannot_pay_travel"],
        "return_kind": ["permanent"],
        "needs": ["none_of_these"],
        "plans": ["own_business"],
        "region": ["EC-P"],
    }
)
_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2060]")
_TYPED = str.maketrans({"\u2011": "-", "\u00a0": " ", "\u202f": " "})
_EDGES = ".,;:!?()«»\"'“”‘’؟،؛။।។۔·–/"

Words = tuple[tuple[ElementKind, str], ...]


def plan_of(tag: str, words: Words, *, title: str = "1", discreet: bool = False) -> SheetPlan:
    """A plan with these elements in one section."""
    language = LanguageTag(tag)
    elements = tuple(
        SheetElement(f"e{number}", kind, text, language)
        for number, (kind, text) in enumerate(words)
    )
    heading = SheetElement("section/options", ElementKind.HEADING, title, language)
    return SheetPlan(
        language=LANGUAGES[language],
        title=SheetElement("title", ElementKind.TITLE, title, language),
        lead=(),
        sections=(SheetSection(SectionId.OPTIONS, heading, elements),),
        page_words="{page} / {pages}",
        discreet=discreet,
    )


@dataclass(frozen=True)
class Case:
    """One way to print a sheet for somebody from Ecuador in Spain who answered the questions."""

    tag: str
    also: str | None = None
    paper: Paper = Paper.A4
    large_print: bool = False
    discreet: bool = False
    all_answers: bool = False

    def __str__(self) -> str:
        parts = [self.tag, self.also or "", self.paper.value]
        parts += ["large"] * self.large_print + ["discreet"] * self.discreet
        return "-".join(part for part in parts if part)

    @property
    def tags(self) -> tuple[str, ...]:
        return (self.tag, self.also) if self.also else (self.tag,)

    def plans(self, shipped: Shipped) -> tuple[SheetPlan, ...]:
        harmless = frozenset(
            question.id for question in QUESTIONS.values() if not question.sensitive
        )
        agreed = frozenset(QUESTIONS) if self.all_answers else harmless
        request = SheetRequest(
            host=CountryCode("ES"),
            origin=CountryCode("EC"),
            language=LanguageTag(self.tag),
            also=LanguageTag(self.also) if self.also else None,
            answers=ANSWERS,
            region=RegionCode("EC-P"),
            discreet=self.discreet,
            reasons_from=frozenset() if self.discreet else agreed,
            answers_from=agreed if self.all_answers else frozenset(),
        )
        return tuple(shipped.plan(request, tag) for tag in self.tags)

    def print(self, shipped: Shipped, engine: TextEngine) -> Pdf:
        plan, *others = self.plans(shipped)
        also = others[0] if others else None
        return compose(plan, also, self.paper, large_print=self.large_print, engine=engine)

    def laid_out(self, shipped: Shipped, engine: TextEngine) -> tuple[Measures, list[Page]]:
        plan, *others = self.plans(shipped)
        measures = measures_for(
            self.paper, large_print=self.large_print, bilingual=self.also is not None
        )
        rows = RowMaker(measures, engine).rows(plan, others[0] if others else None)
        return measures, page_breaks(rows, plan, measures)


def read_by_pypdf(data: bytes) -> str:
    """The text as pypdf reads it."""
    reader = pypdf.PdfReader(BytesIO(data), strict=True)
    return plain("\n".join(page.extract_text() for page in reader.pages))


def read_by_poppler(data: bytes) -> str:
    """The text as pdftotext reads it."""
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return plain(done.stdout.decode())


def plain(text: str) -> str:
    """Letters only: in NFC, without signs that nobody sees."""
    return unicodedata.normalize("NFC", _CONTROLS.sub("", strip_invisible(text)).translate(_TYPED))


def words_of(text: str) -> set[str]:
    """What must not be broken: words, in scripts without spaces what stands between breaks."""
    return {plain(word).strip(_EDGES) for word in text.replace("\u200b", " ").split()} - {""}


def elements_of(plan: SheetPlan) -> Iterator[SheetElement]:
    """All elements in the order of paper."""
    yield plan.title
    yield from plan.lead
    for section in plan.sections:
        yield section.title
        yield from section.elements
