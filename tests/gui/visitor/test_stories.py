"""Stories: an example each, with consent, hard ones beside good ones, and none that is made up."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.core.answers import Answers
from kiosk.core.kinds import PackKind
from kiosk.core.problems import Severity
from kiosk.core.session import Screen
from kiosk.gui.jobs import JobRunner
from kiosk.gui.kit.icons import IconShelf
from kiosk.library import Library
from kiosk.packs import build
from kiosk.text import TextEngine
from tests.factories.packs import FOOT, RELEASED, World
from tests.factories.shipped import Shipped
from tests.gui.visitor.conftest import SITE, OpenKiosk
from tests.gui.visitor.driver import Visitor

OpenWith = Callable[[str], Visitor]


def story(name: str, tone: str, country: str = "EC", consent: str = "paper in the file") -> str:
    return (
        f'[[story]]\nid = "{name}"\ntitle = "Title of {name}"\nbody = "Body of {name}."\n'
        f'country = "{country}"\nconsent = "{consent}"\ntone = "{tone}"\n{FOOT}\n'
    )


class Told(Shipped):
    """A small world in which stories were told."""

    def __init__(self, shipped: Shipped, folder: Path, stories: str) -> None:
        world = World(folder)
        world.add_common()
        world.add("host-es", PackKind.HOST, "ES")
        world.add("origin-ec", PackKind.ORIGIN, "EC", files={"stories.toml": stories})
        self.words = shipped.words
        self.library = Library.open(world.build(), {})
        self.day = RELEASED


@pytest.fixture
def open_with(
    shipped: Shipped,
    engine: TextEngine,
    icons: IconShelf,
    runner: JobRunner,
    qtbot: object,
    tmp_path: Path,
) -> Iterator[OpenWith]:
    """Opens a kiosk on packs with these stories."""
    made: list[Visitor] = []

    def open_(stories: str) -> Visitor:
        told = Told(shipped, tmp_path, stories)
        made.append(Visitor(told, engine, icons, runner, SITE))
        return made[-1].at_home()

    yield open_
    for visitor in made:
        visitor.leave()
        visitor.shipped.library.close()


def test_the_shipped_packs_hold_none_and_the_screen_says_so(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.STORIES)
    assert "No stories on record yet" in visitor.words()
    visitor.touch("Find help")
    assert visitor.is_on(Screen.HELP)


def test_good_and_hard_ones_stand_side_by_side_in_an_order_that_is_not_theirs(
    open_with: OpenWith,
) -> None:
    visitor = open_with(story("c-one", "good") + story("a-two", "hard") + story("b-three", "good"))
    visitor.open(Screen.STORIES)
    words = visitor.words()
    assert "One person's story. An example only." in words
    places = [words.index(f"Title of {name}") for name in ("a-two", "b-three", "c-one")]
    assert places == sorted(places)
    assert "Only stories of one kind" not in words


@pytest.mark.parametrize("tone", ["good", "hard"])
def test_one_side_alone_is_named_as_such(open_with: OpenWith, tone: str) -> None:
    visitor = open_with(story("a-one", tone) + story("b-two", tone)).open(Screen.STORIES)
    assert "Only stories of one kind are on record" in visitor.words()


def test_a_story_says_that_it_is_an_example_and_has_consent(open_with: OpenWith) -> None:
    visitor = open_with(story("a-one", "hard")).open(Screen.STORIES)
    visitor.touch_words("Title of a-one")
    words = visitor.words()
    assert visitor.is_on(Screen.STORY)
    for said in ("Body of a-one.", "An example only.", "Published with consent", "It was hard"):
        assert said in words
    assert "paper in the file" not in words


def test_stories_from_elsewhere_are_not_shown(open_with: OpenWith) -> None:
    visitor = open_with(story("a-one", "hard", country="SN")).open(Screen.STORIES)
    assert "No stories on record yet" in visitor.words()


def test_the_stop_path_takes_stories_of_return_away(open_with: OpenWith) -> None:
    visitor = open_with(story("a-one", "good") + story("b-two", "hard"))
    visitor.at_home(answers=Answers().with_answer("needs", ("violence",)))
    assert "No stories on record yet" in visitor.open(Screen.STORIES).words()
    visitor.open(Screen.STORY, "origin-ec/a-one")
    assert "Body of a-one" not in visitor.words()


@pytest.mark.parametrize(
    "wrong",
    [story("a-one", "glorious"), story("a-one", "good", consent="")],
    ids=["tone", "consent"],
)
def test_no_pack_is_built_with_a_story_without_consent_or_of_another_tone(
    tmp_path: Path, wrong: str
) -> None:
    world = World(tmp_path)
    world.add_common()
    world.add("origin-ec", PackKind.ORIGIN, "EC", files={"stories.toml": wrong})
    report = build([world.sources], world.compiled, RELEASED)
    assert any(problem.severity is Severity.ERROR for problem in report.problems)


def test_open_kiosk_is_the_same_everywhere(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(SITE).at_home(language="km").open(Screen.STORIES)
    assert visitor.say("No stories on record yet.") in visitor.words()
