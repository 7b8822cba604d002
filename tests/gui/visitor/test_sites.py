"""Where the kiosk stands decides what one meets first; nothing is out of reach anywhere."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.app import CONTENT
from kiosk.core.ids import CountryCode
from kiosk.core.kinds import ContentSet, SiteType
from kiosk.core.session import IDLE_ALERT_SECONDS, Screen
from kiosk.settings import Site, load_site
from tests.gui.visitor.conftest import SITE, OpenKiosk
from tests.gui.visitor.test_home import main_cards

SITE_FILES = sorted((CONTENT / "sites").glob("*.toml"))


def named(name: str) -> Site:
    site, _problems = load_site(CONTENT / "sites" / f"{name}.toml")
    return replace(site, printer="memory:")


@pytest.mark.parametrize("path", SITE_FILES, ids=lambda path: path.stem)
def test_every_site_file_that_ships_loads_without_a_problem(path: Path) -> None:
    _site, problems = load_site(path)
    assert list(problems) == []


def test_there_is_an_example_for_every_content_set() -> None:
    shown = {load_site(path)[0].shows for path in SITE_FILES}
    assert shown >= set(ContentSet) - {ContentSet.OUTREACH}


def test_at_a_border_rights_stand_first_and_the_options_beside_them(
    open_kiosk: OpenKiosk,
) -> None:
    visitor = open_kiosk(named("demo-border"))
    visitor.touch_words("English").touch("Go on")
    assert visitor.is_on(Screen.WHERE_FROM)
    visitor.touch_words("Ecuador")
    names = [card.accessibleName() for card in main_cards(visitor)]
    assert names[:3] == ["My rights", "Find help", "I need an interpreter"]
    assert "My options" in names
    first = visitor.touch("What comes next").words()
    assert "If you fear going back" in first
    assert first.index("If you fear going back") < first.index("How to complain")


def test_a_team_with_a_van_gives_a_sheet_in_one_touch_after_the_countries(
    open_kiosk: OpenKiosk,
) -> None:
    visitor = open_kiosk(replace(SITE, type=SiteType.OUTREACH))
    visitor.touch_words("English").touch("Go on").touch_words("Spain").touch_words("Ecuador")
    assert [c.accessibleName() for c in main_cards(visitor)][:3] == [
        "Topics",
        "Find help",
        "My sheet",
    ]
    visitor.touch("My sheet")
    assert visitor.is_on(Screen.SHEET_CHOICE)


def test_at_home_no_country_is_asked_and_help_in_it_stands_first(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(named("demo-home-side"))
    visitor.touch_words("English").touch("Go on")
    assert visitor.is_on(Screen.HOME)
    assert (visitor.session.host, visitor.session.origin) == ("SN", "SN")
    assert main_cards(visitor)[0].accessibleName() == "Help near you"
    visitor.touch("Help near you")
    words = visitor.words()
    assert "Someone to talk to" in words
    assert visitor.say("{kind}: not known", kind=visitor.say("Jobs")) in words
    visitor.touch("My options")
    assert visitor.is_on(Screen.OPTIONS)


def test_an_office_at_home_that_names_no_country_asks_only_for_one(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(replace(SITE, type=SiteType.HOME_SIDE))
    visitor.touch_words("English").touch("Go on")
    assert visitor.is_on(Screen.WHERE_FROM)
    visitor.touch_words("Cambodia")
    assert (visitor.screen, visitor.session.host) == (Screen.HOME, "KH")


def test_an_office_of_the_own_state_at_home_says_so_first(open_kiosk: OpenKiosk) -> None:
    state = CountryCode("EC")
    visitor = open_kiosk(replace(SITE, type=SiteType.HOME_SIDE, run_by_state=state))
    visitor.touch_words("English").touch("Go on")
    assert visitor.is_on(Screen.OWN_STATE)
    visitor.touch("Go on")
    assert visitor.is_on(Screen.HOME)


def test_where_many_wait_three_touches_lead_to_the_sheet(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(named("demo-queue"))
    visitor.touch_words("English").touch_words("Spain").touch_words("Ecuador")
    assert visitor.is_on(Screen.HOME)
    names = [button.accessibleName() for button in visitor.buttons()]
    assert {"My sheet now", "Danger now", "My rights", "Find help"} <= set(names)
    assert "take your time" in visitor.words()
    visitor.touch("My sheet now")
    assert visitor.is_on(Screen.SHEET_CHOICE)
    assert visitor.session.only_i_see_it is None


def test_where_many_wait_nobodys_time_gets_shorter(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(replace(SITE, content_set=ContentSet.QUEUE)).at_home()
    visitor.clock.now += IDLE_ALERT_SECONDS - 1
    visitor.window.look_at_clock()
    assert visitor.say("Are you still there?") not in visitor.words()
    assert visitor.is_on(Screen.HOME)


def test_where_many_wait_the_own_state_is_still_named_first(open_kiosk: OpenKiosk) -> None:
    site = replace(SITE, content_set=ContentSet.QUEUE, run_by_state=CountryCode("EC"))
    visitor = open_kiosk(site)
    visitor.touch_words("English").touch_words("Spain").touch_words("Ecuador")
    assert visitor.is_on(Screen.OWN_STATE)


def test_a_public_place_tells_first_what_it_is_about_and_then_who_it_is(
    open_kiosk: OpenKiosk,
) -> None:
    visitor = open_kiosk(named("demo-public"))
    visitor.touch_words("English")
    assert visitor.is_on(Screen.ABOUT)
    visitor.touch("Go on")
    assert visitor.is_on(Screen.TRUST)
    visitor.touch("Go on").touch_words("Spain").touch_words("Ecuador")
    assert visitor.is_on(Screen.HOME)
    assert len(main_cards(visitor)) == 6


@pytest.mark.parametrize("shows", list(ContentSet))
def test_rights_and_help_and_the_sheet_are_one_touch_from_every_start_screen(
    open_kiosk: OpenKiosk, shows: ContentSet
) -> None:
    visitor = open_kiosk(replace(SITE, content_set=shows))
    sheet = "My sheet now" if shows is ContentSet.QUEUE else "My sheet"
    ways = {
        "My options": Screen.OPTIONS,
        "My rights": Screen.RIGHTS,
        "Find help": Screen.HELP,
        "Topics": Screen.TOPICS,
        "Search": Screen.SEARCH,
        sheet: Screen.SHEET_CHOICE,
    }
    for name, screen in ways.items():
        visitor.at_home().touch(name)
        assert visitor.screen is screen
