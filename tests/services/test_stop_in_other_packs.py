"""The stop path on packs that do not ship: entries of every kind, marked in every way."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.core.answers import Answers
from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.core.kinds import PackKind
from kiosk.core.session import new_session
from kiosk.i18n.isolation import strip_invisible
from kiosk.i18n.translator import Translators
from kiosk.services.handouts.planner import SheetPlanner
from kiosk.services.visiting import Visit, Visiting
from kiosk.settings import Site
from tests.factories.answering import PLAIN, STOPS, stopped_by
from tests.factories.packs import FOOT, RELEASED, World, fact, service, topic

EN = LanguageTag("en")
PHONE = fact("office_phone", "phone", '"+34911234567"')
SECRET = "Zanzibar"
"""Stands in every entry about return, and nowhere else."""

PROGRAMME = (
    f'id = "bus"\nkind = "assisted_return"\ntitle = "{SECRET} bus"\nsummary = "A ride."\n'
    f'hosts = ["ES"]\ncontacts = ["bus-office"]\n{FOOT}'
    f'steps = [{{ id = "go", text = "Go to the {SECRET} gate" }}]\n'
)
LAWYER = (
    'id = "lawyer"\nkind = "legal_advice"\ntitle = "A lawyer"\nsummary = "Advice."\n'
    f'hosts = ["ES"]\ncontacts = ["bus-office"]\n{FOOT}'
    'steps = [{ id = "go", text = "Go to the lawyer" }]\n'
)
SERVICES = service("bus-office", f"{SECRET} office", "ES", type_="return_office").replace(
    FOOT, f'phones = ["office_phone"]\n{FOOT}'
) + service("refuge", "House of refuge", "ES", type_="protection")
TERMS = (
    f'[[term]]\nid = "term-bus"\nterm = "{SECRET} word"\nmeaning = "A ride."\n'
    f"about_return = true\n{FOOT}"
)
RIGHTS = (
    f'[[right]]\nid = "right-bus"\ntitle = "{SECRET} right"\nplain = "You may ride."\n'
    'limit = "Pay."\nbinds = "The driver."\nabout_return = true\norder = 1\n'
    f'instruments = [{{ name = "Law", article = "1" }}]\n{FOOT}'
)
OPPORTUNITIES = (
    f'[[opportunity]]\nid = "opening"\ntitle = "{SECRET} job"\nsummary = "Drive."\n'
    f'country = "EC"\nexpires = 2027-06-01\n{FOOT}'
)
STORIES = (
    f'[[story]]\nid = "story-bus"\ntitle = "{SECRET} story"\nbody = "I rode."\n'
    f'country = "EC"\nconsent = "on paper"\n{FOOT}'
)


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path)
    made.add_common(languages=("en",))
    made.add(
        "host-es",
        PackKind.HOST,
        "ES",
        languages=("en",),
        files={
            "programmes/bus.toml": PROGRAMME,
            "programmes/lawyer.toml": LAWYER,
            "services.toml": SERVICES,
            "facts.toml": PHONE,
            "rights.toml": RIGHTS,
            "terms.toml": TERMS,
            "topics/page.md": topic(
                "page", f"{SECRET} page", "How.", "{#one}\nRide.\n", section="return"
            ),
            "topics/money.md": topic(
                "money",
                f"{SECRET} money",
                "Cash.",
                "{#one}\nPay.\n",
                section="money",
                more="about_return = true\n",
            ),
        },
    )
    made.add(
        "origin-ec",
        PackKind.ORIGIN,
        "EC",
        languages=("en",),
        files={
            "services.toml": service("school", f"{SECRET} school", "EC", type_="school"),
            "opportunities.toml": OPPORTUNITIES,
            "stories.toml": STORIES,
        },
    )
    return made


def everything(visit: Visit) -> str:
    """All that the screens, the search and three kinds of sheet say."""
    shown: list[object] = [visit.topics, visit.services, visit.rights, visit.agreements]
    shown += [visit.terms, [option.programme for option in visit.advice.options]]
    shown += [visit.search(word, 60) for word in (SECRET, "ride", "bus", "zanz", "Zanzibra")]
    words = visit.words
    library = visit.visiting.library
    planner = SheetPlanner(library, visit.edition, words)
    request = visit.sheet_request
    agreed = frozenset({"age", "needs"})
    shown.append(planner.plan(request))
    shown.append(planner.plan(replace(request, discreet=False)))
    shown.append(
        planner.plan(replace(request, discreet=False, reasons_from=agreed, answers_from=agreed))
    )
    return strip_invisible(repr(shown))


def said(world: World, tmp_path: Path, answers: Answers) -> str:
    session = replace(
        new_session(EN, 0.0),
        host=CountryCode("ES"),
        origin=CountryCode("EC"),
        answers=answers,
    )
    with world.library() as library:
        visiting = Visiting(library, Translators(tmp_path), Site(), as_of=RELEASED)
        return everything(visiting.visit(session))


@pytest.mark.parametrize(("question", "value"), STOPS)
def test_nothing_about_return_is_said_by_any_kind_of_entry(
    world: World, tmp_path: Path, question: str, value: str
) -> None:
    stopped = said(world, tmp_path, stopped_by(question, value))

    assert SECRET not in stopped
    assert "+34911234567" not in stopped
    assert "House of refuge" in stopped
    assert "Go to the lawyer" in stopped


def test_without_a_stop_every_kind_of_entry_says_it(world: World, tmp_path: Path) -> None:
    free = said(world, tmp_path, PLAIN)

    for kind in ("bus", "gate", "office", "school", "word", "right", "job", "story", "page"):
        assert f"{SECRET} {kind}" in free, kind
    assert "+34911234567" in free
