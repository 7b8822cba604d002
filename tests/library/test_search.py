"""Search as people use it: in their script, with slips, their language first, never a crash."""

import time
import unicodedata
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.entries import Entry, EntryKind, Topic
from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.core.kinds import PackKind
from kiosk.i18n.isolation import strip_invisible
from kiosk.library import Hit, Library
from kiosk.library.snippets import MAX_CHARACTERS
from tests.factories.packs import RELEASED, World, fact, service, topic

EN, FR, AR, KM = (LanguageTag(tag) for tag in ("en", "fr", "ar", "km"))
LONG = "Many words stand here before the one that matters, which is umbrella, and many after it. "

PAGES = {
    "topics/passport.md": topic(
        "passport",
        "Your passport",
        "How to get papers for the journey.",
        f"{{#long}}\n{LONG * 3}\n",
        section="papers",
    ),
    "topics/lawyer.md": topic("lawyer", "Find a lawyer", "Free advice. Bring your passport."),
    "topics/avrr.md": topic(
        "avrr", "Going back with help", "Assisted return in {years}.", section="return"
    ),
    "topics/money.md": topic("money", "Money", "Cash and other support.", section="money"),
    "facts.toml": fact("years", "duration", "3", more='unit = "year"\n'),
}


@pytest.fixture(scope="module")
def searching(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    world = World(tmp_path_factory.mktemp("searching"))
    world.add_common(PAGES, languages=["en", "fr", "ar", "km", "am"])
    spain = {"services.toml": service("jobs", "Job office of Madrid", "ES", type_="jobs")}
    world.add("host-es", PackKind.HOST, "ES", files=spain)
    france = {"services.toml": service("jobs", "Job office of Paris", "FR", type_="jobs")}
    world.add("host-fr", PackKind.HOST, "FR", files=france)
    ecuador = {"topics/home.md": topic("home", "Job seekers at home", "In Ecuador.")}
    world.add("origin-ec", PackKind.ORIGIN, "EC", files=ecuador)
    french = {
        "passport/title": "Votre passeport",
        "passport/summary": "Comment obtenir des papiers, même périmés, pour l'Équateur.",
        "money/title": "L'argent",
    }
    world.translate("common", "fr", french)
    arabic = {
        "avrr/title": "العَوْدة بمساعدة",
        "avrr/summary": "العودة إلى بلدك خلال {years}.",
        "lawyer/title": "ابحث عن محامٍ",
    }
    world.translate("common", "ar", arabic)
    khmer = {"avrr/title": "ការវិលត្រឡប់ដោយមានជំនួយ", "avrr/summary": "ជំនួយសម្រាប់ធ្វើដំណើរ {years}។"}
    world.translate("common", "km", khmer)
    world.translate("common", "am", {"money/title": "ገንዘብ", "avrr/title": "ሠላማዊ መመለስ"})
    with world.library() as library:
        yield library


def ids(hits: tuple[Hit, ...]) -> list[str]:
    return [str(hit.id) for hit in hits]


@pytest.mark.parametrize(
    ("query", "language", "first"),
    [
        ("passport", EN, "common/passport"),
        ("PASSPORT", EN, "common/passport"),
        ("pass", EN, "common/passport"),
        ("papers journey", EN, "common/passport"),
        ("journey papers", EN, "common/passport"),
        ("perimes", FR, "common/passport"),
        ("équateur", FR, "common/passport"),
        ("l'equateur", FR, "common/passport"),
        ("argent", FR, "common/money"),
        ("العوده", AR, "common/avrr"),
        ("عودة", AR, "common/avrr"),
        ("محام", AR, "common/lawyer"),
        ("ជំនួយ", KM, "common/avrr"),
        ("វិលត្រឡប់", KM, "common/avrr"),
        ("ការវិលត្រឡប់ដោយមានជំនួយ", KM, "common/avrr"),
        ("ការវិលត្រឡប់ ជំនួយ", KM, "common/avrr"),
        ("ሰላማዊ", LanguageTag("am"), "common/avrr"),
    ],
)
def test_words_are_found_as_people_write_them(
    searching: Library, query: str, language: LanguageTag, first: str
) -> None:
    hits = searching.search(query, language)
    assert ids(hits)[:1] == [first]
    assert (hits[0].language, hits[0].fallback) == (language, False)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("pasport", "common/passport"),
        ("passprot", "common/passport"),
        ("lawier", "common/lawyer"),
        ("monney", "common/money"),
        ("assport", "common/passport"),
    ],
)
def test_slips_and_parts_of_words_are_forgiven(searching: Library, query: str, first: str) -> None:
    assert ids(searching.search(query, EN))[:1] == [first]


def test_a_title_comes_before_a_mention(searching: Library) -> None:
    assert ids(searching.search("passport", EN)) == ["common/passport", "common/lawyer"]


def test_what_is_not_in_the_language_comes_after_and_says_so(searching: Library) -> None:
    hits = searching.search("lawyer", FR)
    assert [(hit.id, hit.language, hit.fallback) for hit in hits] == [("common/lawyer", EN, True)]


def test_a_word_of_another_language_finds_the_page_in_ones_own(searching: Library) -> None:
    hits = searching.search("going back", AR)
    assert (hits[0].id, hits[0].language, hits[0].fallback) == ("common/avrr", AR, False)
    third = searching.search("passeport", KM)
    assert (third[0].id, third[0].fallback) == ("common/passport", True)


def test_only_the_countries_of_the_person_are_looked_through(searching: Library) -> None:
    everywhere = ids(searching.search("job", EN))
    assert set(everywhere) == {"host-es/jobs", "host-fr/jobs", "origin-ec/home"}
    spain, france = CountryCode("ES"), CountryCode("FR")
    ecuador, senegal = CountryCode("EC"), CountryCode("SN")
    there = searching.search("job", EN, host=spain, origin=ecuador)
    assert set(ids(there)) == {"host-es/jobs", "origin-ec/home"}
    assert ids(searching.search("job", EN, host=france, origin=senegal)) == ["host-fr/jobs"]


def test_what_a_person_may_not_see_is_not_found(searching: Library) -> None:
    def keep(entry: Entry) -> bool:
        return not (isinstance(entry, Topic) and entry.section.value == "return")

    assert ids(searching.search("going back", EN)) == ["common/avrr"]
    assert not searching.search("going back", EN, keep=keep)


def test_questions_and_notices_are_not_pages_to_be_found(searching: Library) -> None:
    hits = [*searching.search("question", EN), *searching.search("notice", EN)]
    assert not {EntryKind.QUESTION, EntryKind.NOTICE} & {hit.kind for hit in hits}


def test_values_are_not_words(searching: Library) -> None:
    assert not searching.search("years", EN)
    found = searching.search("assisted", EN)[0]
    assert strip_invisible(found.snippet).replace("\u00a0", " ") == "Assisted return in 3 years."


def test_no_more_than_asked_for(searching: Library) -> None:
    assert len(searching.search("job", EN, limit=2)) == 2
    assert not searching.search("job", EN, limit=0)


@pytest.mark.parametrize("query", ["", "   ", '"', "'", "*", "()", "{}", "-", "\u200b", "؟", "\0"])
def test_nothing_to_look_for_finds_nothing(searching: Library, query: str) -> None:
    assert searching.search(query, EN) == ()


@pytest.mark.parametrize(
    "query",
    [
        'passport" OR "money',
        "passport AND lawyer",
        "title : passport",
        "passport NEAR/2 papers",
        "NOT passport",
        "^passport",
        "passport*",
        "{title body}: passport",
        "'; DROP TABLE entries; --",
    ],
)
def test_operators_are_only_words(searching: Library, query: str) -> None:
    searching.search(query, EN)
    assert ids(searching.search("passport", EN))[0] == "common/passport"


def test_a_snippet_shows_the_words_around_the_find(searching: Library) -> None:
    hit = searching.search("umbrella", EN)[0]
    assert "umbrella" in hit.snippet
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert len(hit.snippet) <= MAX_CHARACTERS


QUERIES = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="abc\"'*():^-+{}.,;\\\0 ANDORNOT", max_size=30),
    st.text(alphabet="ការវិលត្រឡប់ العودةَُ passport محام\u200b\u2066\u2069é", max_size=60),
    st.text(alphabet=st.characters(codec=None), max_size=20),
)


@given(query=QUERIES, language=st.sampled_from([EN, FR, AR, KM, LanguageTag("am")]))
def test_whatever_is_typed_gives_whole_hits(
    searching: Library, query: str, language: LanguageTag
) -> None:
    for hit in searching.search(query, language, limit=5):
        assert hit.title
        assert len(hit.snippet) <= MAX_CHARACTERS
        assert hit.snippet.count("\u2066") + hit.snippet.count("\u2067") == hit.snippet.count(
            "\u2069"
        )
        bare = strip_invisible(hit.snippet)
        assert not bare or unicodedata.category(bare[0]) != "Mn"
        assert "<" not in bare


def test_screen_and_sheet_may_read_at_once(searching: Library) -> None:
    queries = [("passport", EN), ("ជំនួយ", KM), ("العوده", AR), ("pasport", EN)] * 5
    alone = [searching.search(*query) for query in queries]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda query: searching.search(*query), queries))
    assert together == alone


def test_searching_is_quick_enough_to_search_while_typing(searching: Library) -> None:
    words = ["passport", "pass", "lawier", "xqzv", "money job", "ការវិល", "العود", "p", "advice"]
    taken = []
    for query in words * 6:
        for language in (EN, KM):
            start = time.thread_time()
            searching.search(query, language, as_of=RELEASED)
            taken.append(time.thread_time() - start)
    assert quantiles(taken, n=20)[-1] <= 0.020
