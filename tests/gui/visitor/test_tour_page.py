"""The page of a tour: every screen explained, languages side by side, nothing from outside."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kiosk.core.ids import LanguageTag
from kiosk.core.session import Contrast, Screen, TextSize
from kiosk.gui.visitor.tour import Tour
from kiosk.gui.visitor.tour_page import Picture, TourFacts, read_groups, write_page
from tests.gui.visitor.driver import Visitor

FACTS = TourFacts(("Site: ngo", "facts as of 2026-11-21"), ("common 2026.11.1",), is_demo=True)


def picture(stop: str, screen: Screen, language: str, **more: object) -> Picture:
    known: dict[str, object] = {
        "file": f"{language}-{stop}.png",
        "size": (1080, 1920),
        "text_size": TextSize.NORMAL,
        "contrast": Contrast.DEFAULT,
        "words": ("<Rights> & help",),
    }
    return Picture(
        stop=stop,
        screen=screen,
        language=LanguageTag(language),
        **{**known, **more},  # type: ignore[arg-type]
    )


@pytest.fixture
def page(tmp_path: Path) -> str:
    pictures = [
        picture("05-home", Screen.HOME, "en"),
        picture("05-home", Screen.HOME, "ar", is_draft=True),
        picture("20-rights", Screen.RIGHTS, "en"),
        picture("20-rights", Screen.RIGHTS, "ar", size=(1366, 768)),
    ]
    return write_page(tmp_path, pictures, FACTS).read_text(encoding="utf-8")


class _Balance(HTMLParser):
    """Fails on a tag that closes what was not opened last."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        if tag not in ("meta", "img", "input", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag


def test_every_screen_is_explained_once_to_all_three() -> None:
    groups = read_groups()
    told = [screen for group in groups for screen in group.screens]
    assert sorted(s.value for s in told) == sorted(s.value for s in Screen)
    for group in groups:
        for review in group.screens.values():
            for words in (review.name, review.when, review.designer, review.lawyer):
                assert words.strip()
            assert review.migrant.endswith("?")


def test_languages_of_a_screen_stand_side_by_side(page: str) -> None:
    home = page[page.index('id="05-home"') : page.index('id="20-rights"')]
    assert home.index("en-05-home.png") < home.index("ar-05-home.png")
    assert "A lawyer" in home
    assert 'lang="ar" dir="rtl"' in home
    assert 'class="draft"' in home[home.index("ar-05-home.png") :]


def test_it_says_what_the_pictures_were_made_of(page: str) -> None:
    for said in ("facts as of 2026-11-21", "common 2026.11.1", "Demonstration content"):
        assert said in page


def test_it_narrows_down_only_by_what_differs(page: str) -> None:
    assert 'name="language" value="ar"' in page
    assert 'name="orientation" value="landscape"' in page
    assert 'name="contrast"' not in page


def test_it_is_whole_and_fetches_nothing(page: str) -> None:
    parser = _Balance()
    parser.feed(page)
    assert parser.open == []
    assert not re.search(r"https?://|@import|url\(", page)
    assert "$" not in re.sub(r"<script>.*</script>", "", page, flags=re.DOTALL)


def test_words_of_a_screen_are_shown_as_words_and_not_as_markup(page: str) -> None:
    assert "&lt;Rights&gt; &amp; help" in page
    assert "<Rights>" not in page


def test_the_words_of_a_picture_stand_beside_it(visitor: Visitor, tmp_path: Path) -> None:
    tour = Tour(lambda: visitor.window, tmp_path, (1080, 1920), (TextSize.NORMAL, Contrast.DEFAULT))
    visitor.at_home().open(Screen.RIGHTS)
    taken = tour.save(visitor.window, "20-rights", visitor.session)
    words = (tmp_path / "en-20-rights.txt").read_text(encoding="utf-8")
    assert (tmp_path / "en-20-rights.png").stat().st_size > 1000
    assert "My rights" in words
    assert words.index("My rights") < words.index("End and clear")
    assert taken.screen is Screen.RIGHTS
