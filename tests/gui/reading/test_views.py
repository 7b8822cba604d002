"""What a person reads: everything on record, in order, honest about what is not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from kiosk.core.eligibility import Verdict
from kiosk.core.facts import FactStatus
from kiosk.core.ids import FactId
from kiosk.core.kinds import RunBy, TellsAuthorities
from kiosk.core.session import TextSize
from kiosk.core.texts import Block, BlockKind, Inline, TextState
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.columns import Column, height_at
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.kit.touch_scroll import TouchScroll
from kiosk.gui.reading.article import ArticleView
from kiosk.gui.reading.blocks import RichBlock
from kiosk.gui.reading.question import QuestionView
from kiosk.gui.reading.right import RightView
from kiosk.gui.reading.service import ServiceView
from kiosk.gui.reading.verdict import OptionCard, VerdictView
from kiosk.text import Span
from tests.gui.kit.conftest import Finger, MakeKit
from tests.gui.kit.gallery import Clock
from tests.gui.reading.samples import (
    SENTENCES,
    SOURCE,
    TITLES,
    block,
    option,
    phone,
    question,
    right,
    service,
    text,
    topic,
)

Show = Callable[..., QWidget]
MakeView = Callable[[Kit, str], QWidget]

VIEWS: dict[str, MakeView] = {
    "article": lambda kit, tag: ArticleView(kit, topic(tag), (SOURCE,)),
    "question": lambda kit, tag: QuestionView(kit, question(tag), ("pressure",)),
    "verdict": lambda kit, tag: VerdictView(kit, option(tag), (SOURCE,), contacts=(service(tag),)),
    "service": lambda kit, tag: ServiceView(kit, service(tag), (SOURCE,)),
    "right": lambda kit, tag: RightView(kit, right(tag), (SOURCE,), complain_to=(service(tag),)),
    "option": lambda kit, tag: OptionCard(kit, option(tag)),
}


def words_of(view: QWidget) -> list[str]:
    """Everything said, from top to bottom."""
    said = [
        (child.mapTo(view, QPoint(0, 0)).y(), child.accessibleName())
        for child in view.findChildren(QWidget)
        if child.accessibleName() and child.isVisible()
    ]
    return [words for _, words in sorted(said, key=lambda pair: pair[0])]


View = TypeVar("View", bound=QWidget)


def open_(show: Show, view: View, width: int = 900) -> View:
    column = Column(view._kit, [view])  # type: ignore[attr-defined]
    show(column, width, height_at(column, width))
    return view


def place_of(words: list[str], part: str) -> int:
    return next(index for index, said in enumerate(words) if part in said)


@pytest.mark.parametrize("name", list(VIEWS))
@pytest.mark.parametrize("tag", ["en", "ar", "km"])
@pytest.mark.parametrize("size", [TextSize.SMALL, TextSize.LARGEST])
@pytest.mark.parametrize("width", [540, 1080, 1920])
def test_nothing_is_cut_and_nothing_goes_sideways(
    kits: MakeKit, show: Show, name: str, tag: str, size: TextSize, width: int
) -> None:
    kit = kits(tag, size)
    view = VIEWS[name](kit, tag)
    scroll = TouchScroll(kit, Column(kit, [view], margin=kit.theme.margin))
    show(scroll, width, 900)
    for child in view.findChildren(QWidget):
        assert child.mapTo(scroll, QPoint(0, 0)).x() >= 0
        assert child.mapTo(scroll, QPoint(child.width(), 0)).x() <= width
        if child.hasHeightForWidth():
            assert child.height() >= child.heightForWidth(child.width()), child.accessibleName()
        if isinstance(child, TextBlock):
            assert not child.layout_for(child.width()).overflows
        if isinstance(child, TouchButton):
            assert not child.placed(child.width()).overflows


@pytest.mark.parametrize("name", list(VIEWS))
def test_right_to_left_starts_at_the_right(kits: MakeKit, show: Show, name: str) -> None:
    edges = {}
    for tag in ("en", "ar"):
        view = open_(show, VIEWS[name](kits(tag), tag), 800)
        children = [c for c in view.findChildren(QWidget) if c.accessibleName()] or [view]
        edges[tag] = {(c.mapTo(view, QPoint(0, 0)).x(), c.width()) for c in children}
        assert view.layoutDirection() is (
            Qt.LayoutDirection.RightToLeft if tag == "ar" else Qt.LayoutDirection.LeftToRight
        )
    assert edges["en"]


def test_an_article_says_everything_in_order(kit: Kit, show: Show) -> None:
    view = open_(show, ArticleView(kit, topic(), (SOURCE,)))
    words = words_of(view)
    order = [TITLES["en"], SENTENCES["en"], "Some details are old", "Last checked on March 1, 2026"]
    places = [place_of(words, part) for part in order]
    assert places == sorted(places)
    assert place_of(words, "Source: IOM, Assisted voluntary return (2025-06)") > places[-1]
    assert place_of(words, "Words of: IOM") > places[-1]


def test_a_link_is_a_target_that_names_where_it_goes(kit: Kit, show: Show, qtbot: object) -> None:
    view = open_(show, ArticleView(kit, topic(), (SOURCE,)))
    link = next(b for b in view.findChildren(TouchButton) if b.accessibleName() == TITLES["en"])
    assert min(link.width(), link.height()) >= kit.theme.target
    with qtbot.waitSignal(view.link_chosen) as chosen:  # type: ignore[attr-defined]
        Finger(link).press(20, 20).release(20, 20)
    assert chosen.args == ["common/avrr"]


def test_words_in_another_language_say_so_and_keep_their_direction(
    kits: MakeKit, show: Show
) -> None:
    view = open_(show, ArticleView(kits("ar"), topic("en"), (SOURCE,)))
    assert "Not yet in your language" in words_of(view)
    paragraph = next(b for b in view.findChildren(TextBlock) if b.text == SENTENCES["en"])
    lines = paragraph.layout_for(paragraph.width()).lines
    assert not any(line.rtl for line in lines)
    assert "Not yet in your language" not in words_of(
        open_(show, ArticleView(kits("ar"), topic("ar"), (SOURCE,)))
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"state": TextState.MACHINE_DRAFT}, "no native speaker has checked it"),
        ({"state": TextState.DRAFT}, "no native speaker has checked it"),
        ({"old_facts": (FactId("a/b"),)}, "Some details are old"),
        ({"hidden_facts": (FactId("a/b"),)}, "Some details are not known"),
    ],
)
def test_doubts_about_words_are_said(
    kit: Kit, show: Show, change: dict[str, object], said: str
) -> None:
    sure = replace(topic(), blocks=())
    view = open_(show, ArticleView(kit, sure))
    assert not any(said in words for words in words_of(view))
    doubtful = replace(sure, summary=replace(sure.summary, **change))  # type: ignore[arg-type]
    view = open_(show, ArticleView(kit, doubtful))
    assert any(said in words for words in words_of(view))


def table(cells: int) -> Block:
    rows = [[[Inline(f"Cell {row}{column}")] for column in range(cells)] for row in range(3)]
    return block(BlockKind.TABLE, rows, "en")


def test_a_wide_table_has_columns_and_a_narrow_one_cards(kit: Kit, show: Show) -> None:
    wide = open_(show, RichBlock(kit, table(2), width=900), 900)
    narrow = open_(show, RichBlock(kit, table(4), width=500), 500)
    for view, side_by_side in ((wide, True), (narrow, False)):
        spots = {
            block.text: block.mapTo(view, QPoint(0, 0)) for block in view.findChildren(TextBlock)
        }
        assert (spots["Cell 10"].y() == spots["Cell 11"].y()) is side_by_side
    # On a card the name of the column stands above each value.
    headers = [b for b in narrow.findChildren(TextBlock) if b.text == "Cell 01"]
    assert len(headers) == 2


def test_answers_follow_the_rules_of_questions(kit: Kit, show: Show, clock: Clock) -> None:
    view = open_(show, QuestionView(kit, question()))
    said: list[tuple[str, ...]] = []
    view.answer_changed.connect(said.append)
    for value in ("illness", "pressure", "rather_not_say", "illness", "illness"):
        clock.now += 1
        Finger(view.choices[value]).press(20, 20).release(20, 20)
    assert said == [
        ("illness",),
        ("illness", "pressure"),
        ("rather_not_say",),
        ("illness",),
        (),
    ]
    assert [v for v, choice in view.choices.items() if choice.is_chosen] == []


def test_a_question_for_one_answer_keeps_one(kit: Kit, show: Show, clock: Clock) -> None:
    view = open_(show, QuestionView(kit, question(name="situation")))
    for value in ("illness", "pressure"):
        clock.now += 1
        Finger(view.choices[value]).press(20, 20).release(20, 20)
    assert view.chosen == ("pressure",)
    assert not view.choices["illness"].is_chosen


def test_a_question_says_why_it_is_asked(kit: Kit, show: Show) -> None:
    words = words_of(open_(show, QuestionView(kit, question())))
    assert "Why we ask" in words


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_verdict_gives_every_reason_with_a_sign_of_its_own(
    kit: Kit, show: Show, verdict: Verdict
) -> None:
    kit.icons.load()
    given = option(verdict=verdict)
    met, unmet, unknown = given.reasons
    told = replace(
        given,
        verdict_words="Fits",
        reasons=(
            replace(met, text=text(words="Met")),
            replace(unmet, text=text(words="Unmet")),
            replace(unknown, text=text(words="Unknown")),
        ),
    )
    words = words_of(open_(show, VerdictView(kit, told)))
    places = [place_of(words, part) for part in ("Fits", "Met", "Unmet", "Unknown")]
    assert places == sorted(places)


def test_what_is_not_on_record_is_said_to_be_not_known(kit: Kit, show: Show) -> None:
    words = words_of(open_(show, VerdictView(kit, option())))
    for name in ("Who it is for", "How long it takes", "Who offers it", "Whom to ask"):
        assert words[place_of(words, name) + 1] == "not known"
    assert words[place_of(words, "Coming back later") + 1] == SENTENCES["en"]
    assert any("Not checked yet" in said for said in words)


def test_options_of_every_verdict_look_alike_but_for_sign_and_words(kit: Kit, show: Show) -> None:
    cards = [OptionCard(kit, option(verdict=verdict)) for verdict in Verdict]
    assert len({card.kind for card in cards}) == 1
    assert len({card.sizeHint().height() for card in cards}) == 1
    assert len({card.face.note_icon for card in cards}) == 3
    assert all(card.face.note == SENTENCES["en"] for card in cards)


@pytest.mark.parametrize("run_by", list(RunBy))
@pytest.mark.parametrize("tells", list(TellsAuthorities))
def test_who_runs_it_and_what_it_tells_stand_before_the_number(
    kit: Kit, show: Show, run_by: RunBy, tells: TellsAuthorities
) -> None:
    view = open_(show, ServiceView(kit, service(run_by=run_by, tells_authorities=tells)))
    words = words_of(view)
    number = place_of(words, "+49")
    assert place_of(words, "Run by") < number
    assert place_of(words, "authorities") < number


def test_what_a_service_does_not_say_is_not_known(kit: Kit, show: Show) -> None:
    bare = service(phones=(), description=None, languages=(), free=None)
    words = words_of(open_(show, ServiceView(kit, bare)))
    assert "Phone: not known" in words
    assert "Address: not known" in words
    assert words[place_of(words, "Languages spoken") + 1] == "not known"
    assert not any("free" in said for said in words)


def test_a_withheld_address_is_not_shown(kit: Kit, show: Show) -> None:
    secret = replace(phone(), shown="Hidden Street 1")
    view = open_(show, ServiceView(kit, service(address=secret, address_withheld=True)))
    words = words_of(view)
    assert not any("Hidden Street" in said for said in words)
    assert any("for safety" in said for said in words)


def test_an_old_number_says_when_it_was_checked(kit: Kit, show: Show) -> None:
    old = replace(phone(), status=FactStatus.OLD, checked=date(2024, 5, 6))
    words = words_of(open_(show, ServiceView(kit, service(phones=(old,)))))
    assert any("May 6, 2024" in said for said in words)


def test_a_number_keeps_its_groups_in_right_to_left(kits: MakeKit) -> None:
    line = kits("ar").lay_out((Span(phone().shown),), Role.TITLE, 10_000).lines[0]
    words = "".join(cluster.text for run in line.runs for cluster in run.clusters)
    assert words.replace("\u00a0", " ") == "+49 30 1234567"


def test_a_right_has_its_limit_its_law_and_a_way_to_complain(kit: Kit, show: Show) -> None:
    words = words_of(open_(show, RightView(kit, right(), complain_to=(service(),))))
    names = ["Where it ends", "Who must respect it", "The law", "How to complain", "+49"]
    places = [place_of(words, name) for name in names]
    assert places == sorted(places)
    assert words[places[2] + 1] == "ICCPR, 12"
    assert words[places[3] + 1] == "not known"
