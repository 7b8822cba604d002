"""Where pages end, whatever stands on them."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import MissingGlyphsError
from kiosk.core.languages import LANGUAGES
from kiosk.core.paper import Paper
from kiosk.core.sheet import ElementKind, SheetPlan
from kiosk.printing.compose import compose, page_breaks
from kiosk.printing.measures import LONGEST_PAGE, measures_for
from kiosk.printing.rows import RowMaker
from kiosk.text import TextEngine
from tests.printing.sheets import Words, plain, plan_of, read_by_pypdf, words_of
from tests.text.sentences import SENTENCES

_KINDS = [kind for kind in ElementKind if kind is not ElementKind.TITLE]
_RUNNING = (ElementKind.PARAGRAPH, ElementKind.BULLET, ElementKind.SMALL, ElementKind.SOURCES)
_TAGS = [tag for tag in SENTENCES if tag in LANGUAGES]
_NUMBERS = st.integers(10, 9_999_999).map(lambda number: f"\u2066+{number}\u2069")


@st.composite
def plans(draw: st.DrawFn) -> tuple[SheetPlan, SheetPlan | None]:
    """Plans of one language or two, elements of every kind, from a word to several pages."""
    tags = draw(st.lists(st.sampled_from(_TAGS), min_size=1, max_size=2, unique=True))
    kinds = draw(st.lists(st.sampled_from(_KINDS), min_size=1, max_size=6))
    made = []
    for tag in tags:
        words: list[tuple[ElementKind, str]] = []
        for kind in kinds:
            pieces = [SENTENCES[tag]] * draw(st.integers(0, 3)) + [draw(_NUMBERS)]
            words.append((kind, " ".join(draw(st.permutations(pieces)))))
        made.append(plan_of(tag, tuple(words)))
    return made[0], made[1] if len(made) > 1 else None


@given(plans(), st.sampled_from(Paper), st.booleans())
def test_every_plan_becomes_pages_that_hold_all_its_words(
    engine: TextEngine,
    both: tuple[SheetPlan, SheetPlan | None],
    paper: Paper,
    large_print: bool,
) -> None:
    pdf = compose(*both, paper, large_print=large_print, engine=engine)
    read = read_by_pypdf(pdf.data)

    assert pdf.pages >= 1
    assert pdf.missing_glyphs == 0
    # Of the list of sources one language is enough.
    shown = [
        element
        for plan in both
        if plan
        for section in plan.sections
        for element in section.elements
        if element.kind is not ElementKind.SOURCES or plan is both[0]
    ]
    phones = [word for e in shown for word in words_of(e.text) if word[1:].isascii()]
    assert not [phone for phone in phones if "+" in phone and phone not in read]
    letters = Counter(c for c in plain("".join(e.text for e in shown)) if not c.isspace())
    assert not letters - Counter(read)


@given(st.integers(1, 60), st.sampled_from(_KINDS), st.sampled_from(["en", "ar", "km", "ur"]))
def test_what_is_higher_than_a_page_is_split_between_lines_and_loses_none(
    engine: TextEngine, times: int, kind: ElementKind, tag: str
) -> None:
    measures = measures_for(Paper.A4, large_print=True, bilingual=False)
    assert measures.height is not None
    plan = plan_of(tag, ((kind, f"{SENTENCES[tag]} " * times),))
    rows = RowMaker(measures, engine).rows(plan, None)
    pages = page_breaks(rows, plan, measures)
    on_pages = [
        line.line
        for page in pages
        for placed in page.rows
        for part in placed.row.parts
        for line in part.lines
    ]

    assert on_pages == [line.line for row in rows for part in row.parts for line in part.lines]
    if kind in _RUNNING:
        assert all(page.end >= 0.6 * measures.height for page in pages[:-1])
    assert all(page.end <= measures.height - measures.margin - measures.foot + 1 for page in pages)


def test_a_receipt_is_as_long_as_its_text(engine: TextEngine) -> None:
    def height(times: int) -> float:
        plan = plan_of("en", ((ElementKind.PARAGRAPH, f"{SENTENCES['en']} " * times),))
        pdf = compose(plan, None, Paper.RECEIPT80, large_print=False, engine=engine)
        assert pdf.pages == 1
        return pdf.height

    assert height(1) < 80
    assert height(20) - height(10) == pytest.approx(height(30) - height(20), rel=0.2)


def test_a_receipt_longer_than_a_pdf_page_may_be_goes_on_on_the_next(engine: TextEngine) -> None:
    words: Words = tuple((ElementKind.PARAGRAPH, f"{SENTENCES['en']} " * 9) for _ in range(40))
    pdf = compose(plan_of("en", words), None, Paper.RECEIPT80, large_print=False, engine=engine)
    assert pdf.pages > 1
    assert pdf.height * 72 / 25.4 <= LONGEST_PAGE + 60


def test_letters_without_a_font_are_refused_in_one_line(engine: TextEngine) -> None:
    plan = plan_of("en", ((ElementKind.PARAGRAPH, "Fine, but \U00012000 is not."),))
    with pytest.raises(MissingGlyphsError) as refused:
        compose(plan, None, Paper.A4, large_print=False, engine=engine)
    assert "U+12000" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_what_cannot_be_broken_is_reported_by_name(engine: TextEngine) -> None:
    number = "+34 " + "123 456 " * 4
    plan = plan_of("en", ((ElementKind.PHONE, f"\u2066{number.strip()}\u2069"),))
    pdf = compose(plan, None, Paper.RECEIPT80, large_print=False, engine=engine)
    (warning,) = pdf.warnings
    assert warning.startswith("e0 is wider than its column in en")


def test_a_long_web_address_is_broken_rather_than_running_off_a_receipt(
    engine: TextEngine,
) -> None:
    address = "www.example.org/" + "immigration-and-asylum/" * 6
    plan = plan_of("en", ((ElementKind.SMALL, address),))
    pdf = compose(plan, None, Paper.RECEIPT80, large_print=False, engine=engine)
    assert pdf.warnings == ()
    assert "".join(address.split()) in "".join(read_by_pypdf(pdf.data).split())
