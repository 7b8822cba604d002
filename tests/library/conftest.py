"""One world for reading tests: Spain and France to be in, Ecuador and Senegal to be from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.core.ids import LanguageTag
from kiosk.core.kinds import PackKind
from kiosk.library import Library
from tests.factories.packs import FOOT, World, fact, service, topic

NOT_KNOWN = {LanguageTag("en"): "not known", LanguageTag("ar"): "غير معروف"}

COMMON_FACTS = "".join(
    [
        fact("fresh", "duration", "3", more='unit = "year"\nvalid_until = 2027-06-30\n'),
        fact("warned", "money", "450", more='unit = "EUR"\nvalid_until = 2026-12-31\n'),
        fact(
            "hiding",
            "number",
            "12",
            more='valid_until = 2026-12-31\non_expiry = "hide"\n',
        ),
        fact("inside", "number", "77", more='sensitivity = "counsellor_only"\n'),
        fact("office_site", "url", '"https://office.example/help"'),
    ]
)

RETURN_TOPIC = topic(
    "avrr",
    "Going back with help",
    "You may not come back for {fresh}. It gives {warned}, after {hiding} days off.",
    "{#intro}\nAssisted return is **your own choice**. Ask [the office](office_site).\n\n"
    "{#list}\n- Advice for {fresh}\n- Help with papers\n\n"
    "{#inside}\nOnly staff know the number {inside}.\n",
    section="return",
    more="about_return = true\n",
)

SAFETY_TOPIC = topic("fear", "If you are afraid", "Talk to a lawyer first.", section="safety")

RIGHTS = f"""
[[right]]
id = "right-leave"
title = "You may leave"
plain = "You may leave any country."
limit = "Not while a court needs you."
instruments = [ {{ name = "ICCPR 1966", article = "12(2)" }} ]
binds = "States that joined"
{FOOT}
"""

TERMS = f"""
[[term]]
id = "term-reintegration"
term = "Reintegration"
meaning = "Starting life again at home, with work and people you trust."
synonyms = "start again, settle again"
{FOOT}
"""

SPAIN_FACTS = "".join(
    [
        fact("phone", "phone", '"+34911234567"'),
        fact("old_phone", "phone", '"+34911234568"', source="old-page"),
        fact("undated_mail", "email", '"help@office.example"', source="undated-page"),
        fact("address", "address", '"Calle Mayor 5, Madrid"'),
        fact("secret", "phone", '"112"', more='sensitivity = "not_for_print"\n'),
    ]
)

SPAIN_SERVICES = "".join(
    [
        service(
            "legal",
            "Free lawyers",
            "ES",
            type_="legal_advice",
            more='phones = ["phone", "old_phone"]\nemails = ["undated_mail"]\n'
            'address = "address"\n',
        ),
        service("jobs", "Job office", "ES", type_="jobs", more='phones = ["secret"]\n'),
    ]
)

SPAIN_PROGRAMME = f"""
id = "apre"
kind = "independent_return"
title = "Your benefit in advance"
summary = "You get your unemployment benefit early."
origins = ["EC"]
{FOOT}
"""

OLD_PROGRAMME = """
id = "old-option"
kind = "regular_stay"
title = "A permit from long ago"
summary = "Nobody has looked again."
sources = ["page", "old-page"]
checked = 2026-11-21
"""

OPPORTUNITIES = f"""
[[opportunity]]
id = "baker"
title = "Learn to bake"
summary = "A course for bakers."
country = "EC"
expires = 2026-12-31
{FOOT}
"""

REGIONS = """
[[region]]
code = "EC-P"
name = "Pichincha"

[[region]]
code = "EC-G"
name = "Guayas"
"""


def make_world(folder: Path) -> World:
    """The packs, with a few translations, in their source folders."""
    world = World(folder)
    world.add_common(
        {
            "facts.toml": COMMON_FACTS,
            "topics/avrr.md": RETURN_TOPIC,
            "topics/fear.md": SAFETY_TOPIC,
            "rights.toml": RIGHTS,
            "terms.toml": TERMS,
        }
    )
    spain = {
        "facts.toml": SPAIN_FACTS,
        "services.toml": SPAIN_SERVICES,
        "programmes/apre.toml": SPAIN_PROGRAMME,
        "programmes/old-option.toml": OLD_PROGRAMME,
    }
    world.add("host-es", PackKind.HOST, "ES", files=spain)
    france = {"services.toml": service("legal", "Avocats", "FR", type_="legal_advice")}
    world.add("host-fr", PackKind.HOST, "FR", files=france)
    ecuador = {
        "opportunities.toml": OPPORTUNITIES,
        "topics/first-days.md": topic("first-days", "The first days", "What to do at home."),
    }
    world.add("origin-ec", PackKind.ORIGIN, "EC", files=ecuador, more=REGIONS)
    world.add("origin-sn", PackKind.ORIGIN, "SN")
    _translate(world)
    return world


def _translate(world: World) -> None:
    words = {
        "avrr/title": "العودة بمساعدة",
        "avrr/summary": "لا يمكنك الرجوع لمدة {fresh}. المبلغ {warned} بعد {hiding} من الأيام.",
        "avrr/list": "- نصيحة لمدة {fresh}\n- مساعدة في الأوراق",
        "term-reintegration/term": "إعادة الإدماج",
        "right-leave/title": "يمكنك المغادرة",
        "right-leave/plain": "يمكنك مغادرة أي بلد.",
    }
    world.translate("common", "ar", words)
    reviewed = {"right-leave/title": "Vous pouvez partir", "fear/title": "Si vous avez peur"}
    world.translate("common", "fr", reviewed, reviewed=True)
    world.translate("common", "km", {"term-reintegration/term": "ការធ្វើសមាហរណកម្មឡើងវិញ"})
    world.translate("origin-ec", "fr", {"region-EC-P/name": "Le Pichincha"})


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The world, not to be changed."""
    return make_world(tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="session")
def library(world: World) -> Iterator[Library]:
    """The library of the world."""
    with world.library(NOT_KNOWN) as opened:
        yield opened
