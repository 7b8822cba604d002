"""Where things stand on paper, measured: columns, rows, sizes of type, what is mirrored."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

import pypdf
import pytest

from kiosk.core.eligibility import Verdict
from kiosk.core.paper import POINTS_PER_MM, Paper
from kiosk.core.sheet import ElementKind
from kiosk.printing.compose import compose
from kiosk.printing.measures import measures_for
from kiosk.printing.pages import Page, Placed
from kiosk.printing.rows import Part, RowMaker
from kiosk.text import TextEngine
from tests.factories.shipped import Shipped
from tests.printing.sheets import Case, elements_of, plan_of
from tests.text.sentences import SENTENCES

CASES = (
    Case("en"),
    Case("es", "ar"),
    Case("ar", "km"),
    Case("km", "en", Paper.LETTER),
    Case("en", "ar", large_print=True),
    Case("km", "es", Paper.RECEIPT80),
    Case("fr", "ar", discreet=True),
)
PAGE_LIMITS = (
    (Case("en"), 4),
    (Case("es"), 5),
    (Case("ar"), 5),
    (Case("km"), 5),
    (Case("en", "es"), 7),
    (Case("es", "ar"), 7),
    (Case("km", "en"), 7),
    (Case("en", paper=Paper.RECEIPT80), 1),
)
CAPITAL = 0.714


def placed_rows(pages: list[Page]) -> Iterator[Placed]:
    return (placed for page in pages for placed in page.rows)


def parts(pages: list[Page]) -> Iterator[tuple[Placed, Part]]:
    return ((placed, part) for placed in placed_rows(pages) for part in placed.row.parts)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_no_glyph_stands_outside_its_column(
    case: Case, shipped: Shipped, engine: TextEngine
) -> None:
    measures, pages = case.laid_out(shipped, engine)
    for _, part in parts(pages):
        assert part.x >= measures.margin - 0.01
        assert part.x + part.width <= measures.width - measures.margin + 0.01
        for set_line in part.lines:
            line = set_line.line
            assert part.x - 0.1 <= part.text_x + line.x
            assert part.text_x + line.x + line.width <= part.x + part.width + 0.1, line.text


@pytest.mark.parametrize("case", CASES, ids=str)
def test_rows_follow_each_other_and_end_above_the_foot(
    case: Case, shipped: Shipped, engine: TextEngine
) -> None:
    measures, pages = case.laid_out(shipped, engine)
    for page in pages:
        for above, below in pairwise(page.rows):
            assert above.bottom <= below.top + 0.01
        lowest = measures.height or page.end + measures.margin + measures.foot
        assert page.rows[-1].bottom <= lowest - measures.margin - measures.foot + 0.01


@pytest.mark.parametrize("case", CASES, ids=str)
def test_no_heading_ends_a_page_and_no_contact_is_torn_from_its_number(
    case: Case, shipped: Shipped, engine: TextEngine
) -> None:
    _, pages = case.laid_out(shipped, engine)
    headings = (ElementKind.HEADING, ElementKind.SUBHEADING, ElementKind.TITLE)
    assert not [page for page in pages if page.rows[-1].row.kind in headings]
    starts = [page.rows[0].row.parts[0].element for page in pages]
    assert not [e.key for e in starts if e.kind in (ElementKind.VERDICT, ElementKind.PHONE)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_page_that_ends_inside_a_paragraph_leaves_two_lines_on_either_side(
    case: Case, shipped: Shipped, engine: TextEngine
) -> None:
    _, pages = case.laid_out(shipped, engine)
    rests = [part for _, part in parts(pages) if not part.starts]
    assert all(len(part.lines) >= 2 for part in rests)


def test_lines_of_a_paragraph_do_not_touch(engine: TextEngine) -> None:
    measures = measures_for(Paper.A4, large_print=False, bilingual=False)
    for tag, sentence in SENTENCES.items():
        plan = plan_of(tag, ((ElementKind.PARAGRAPH, f"{sentence} " * 4),))
        (*_, row) = RowMaker(measures, engine).rows(plan, None)
        size = measures.body
        reaches = []
        for set_line in row.parts[0].lines:
            inks = [
                (glyph.y - set_line.line.baseline, *engine._shelf.ink(run.font, glyph.id))
                for run in set_line.line.runs
                for cluster in run.clusters
                for glyph in cluster.glyphs
            ]
            top = min(y - above * size for y, above, _ in inks)
            bottom = max(y + below * size for y, _, below in inks)
            reaches.append((set_line.baseline + top, set_line.baseline + bottom))
        for (_, bottom), (top, _) in pairwise(reaches):
            assert bottom <= top + size * 0.06, tag


@pytest.mark.parametrize(
    ("large_print", "least", "most"), [(False, 3.5, 3.6), (True, 6.3, 9.0)], ids=["body", "large"]
)
@pytest.mark.parametrize("paper", Paper)
def test_body_capitals_are_high_enough(
    paper: Paper, large_print: bool, least: float, most: float, engine: TextEngine
) -> None:
    plan = plan_of("en", ((ElementKind.PARAGRAPH, SENTENCES["en"] * 5),))
    data = compose(plan, None, paper, large_print=large_print, engine=engine).data
    sizes: Counter[float] = Counter()

    def see(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        sizes[round(size * matrix[3], 2)] += len(text.strip())

    pypdf.PdfReader(BytesIO(data)).pages[0].extract_text(visitor_text=see)
    (size, _), *_ = sizes.most_common(1)
    assert least <= size * CAPITAL / POINTS_PER_MM <= most


def test_phone_numbers_are_the_largest_words_of_a_contact(
    shipped: Shipped, engine: TextEngine
) -> None:
    _, pages = Case("en").laid_out(shipped, engine)
    heights = {
        kind: max(
            line.line.height for _, p in parts(pages) if p.element.kind is kind for line in p.lines
        )
        for kind in (ElementKind.PHONE, ElementKind.SUBHEADING, ElementKind.SMALL)
    }
    assert heights[ElementKind.PHONE] > heights[ElementKind.SUBHEADING]
    assert heights[ElementKind.SUBHEADING] > heights[ElementKind.SMALL]


@pytest.mark.parametrize("tags", [("es", "ar"), ("ar", "es"), ("km", "en")])
def test_both_languages_begin_on_the_same_line_each_at_its_side(
    tags: tuple[str, str], shipped: Shipped, engine: TextEngine
) -> None:
    measures, pages = Case(*tags).laid_out(shipped, engine)
    beside = [p.row.parts for p in placed_rows(pages) if len(p.row.parts) == 2 and not p.row.qr]
    assert len(beside) > 50
    for first, second in beside:
        if first.starts and second.starts:
            baselines = [part.top + part.lines[0].baseline for part in (first, second)]
            assert baselines[0] == pytest.approx(baselines[1])
        assert (first.x > second.x) == first.language.is_rtl
        assert first.element.key == second.element.key
        assert min(first.width, second.width) > 0.42 * (measures.inner - measures.gutter)


@pytest.mark.parametrize(
    "case", [Case("es", "ar", Paper.RECEIPT80), Case("es", "ar", large_print=True)]
)
def test_where_columns_are_too_narrow_each_block_is_followed_by_its_translation(
    case: Case, shipped: Shipped, engine: TextEngine
) -> None:
    _, pages = case.laid_out(shipped, engine)
    order = [
        (part.element.key, part.language.tag)
        for placed, part in parts(pages)
        if part.starts and not placed.row.qr and part.element.kind is not ElementKind.SOURCES
    ]
    one, two = order[::2], order[1::2]
    assert [key for key, _ in one] == [key for key, _ in two]
    assert {tag for _, tag in one} == {"es"}
    assert {tag for _, tag in two} == {"ar"}


def test_marks_stand_on_the_side_where_lines_begin(shipped: Shipped, engine: TextEngine) -> None:
    for tag in ("en", "ar"):
        _, pages = Case(tag).laid_out(shipped, engine)
        boxes = [p for _, p in parts(pages) if p.element.kind is ElementKind.CHECKBOX]
        assert boxes
        for part in boxes:
            room_left = min(line.line.x for line in part.lines) + part.inset
            room_right = part.width - max(
                part.inset + line.line.x + line.line.width for line in part.lines
            )
            assert (room_right if tag == "ar" else room_left) >= 14


@pytest.mark.parametrize(("case", "most"), PAGE_LIMITS, ids=str)
def test_a_sheet_needs_few_pages(
    case: Case, most: int, shipped: Shipped, engine: TextEngine
) -> None:
    assert 1 <= case.print(shipped, engine).pages <= most


def test_a_discreet_sheet_shows_nothing_on_its_outer_third(
    shipped: Shipped, engine: TextEngine
) -> None:
    measures, pages = Case("es", "ar", discreet=True).laid_out(shipped, engine)
    assert measures.height is not None
    assert pages[0].rows[0].top > measures.height / 3
    assert all(page.rows[0].top < measures.height / 3 for page in pages[1:])


def test_the_three_verdicts_have_three_shapes_without_any_colour(engine: TextEngine) -> None:
    plan = plan_of("en", ((ElementKind.VERDICT, "Same words."),))
    drawn = set()
    for verdict in Verdict:
        section = plan.sections[0]
        (element,) = section.elements
        shown = type(element)(
            element.key, element.kind, element.text, element.language, verdict=verdict
        )
        judged = type(plan)(
            plan.language,
            plan.title,
            (),
            (type(section)(section.id, section.title, (shown,)),),
            plan.page_words,
        )
        data = compose(judged, None, Paper.A4, large_print=False, engine=engine).data
        content = pypdf.PdfReader(BytesIO(data)).pages[0].get_contents()
        assert content is not None
        drawn.add(content.get_data())
        colours = [op[:-1] for op, name in content.operations if name in (b"rg", b"RG")]
        assert all(max(rgb) - min(rgb) < 0.15 for rgb in map(list, colours) if rgb)
    assert len(drawn) == len(Verdict)


def test_every_option_of_a_sheet_has_a_verdict_of_its_own_shape(shipped: Shipped) -> None:
    (plan,) = Case("en").plans(shipped)
    verdicts = [e.verdict for e in elements_of(plan) if e.kind is ElementKind.VERDICT]
    assert len(set(verdicts)) > 1
    assert None not in verdicts
