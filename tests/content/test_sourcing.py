"""Nothing a person might act on stands without a source and a date."""

import subprocess
from pathlib import Path

from kiosk.app import CONTENT, ROOT
from kiosk.core.facts import Fact, FactType
from kiosk.core.ids import LanguageTag
from kiosk.packs import check
from tests.factories.shipped import Shipped

# In two parts, so that this file does not name what it looks for.
OUTSIDE = ("../" + "shared", "/work" + "/shared")


def facts(shipped: Shipped) -> list[Fact]:
    return [fact for pack in shipped.library.packs for fact in shipped.library.facts_of(pack.id)]


def test_the_shipped_packs_have_no_error_on_the_day_of_their_release(shipped: Shipped) -> None:
    report = check([CONTENT], as_of=shipped.day)

    assert not report.problems.errors


def test_every_fact_has_a_source_and_was_checked(shipped: Shipped) -> None:
    found = facts(shipped)

    assert len(found) >= 40
    for fact in found:
        source = shipped.library.source(fact.source)
        assert source.title
        assert source.publisher
        assert fact.checked <= shipped.day
        assert source.checked <= shipped.day
        assert fact.checked < fact.valid_until


def test_every_phone_number_can_be_dialled_and_has_a_source(shipped: Shipped) -> None:
    phones = [fact for fact in facts(shipped) if fact.type is FactType.PHONE]

    assert phones
    for phone in phones:
        assert phone.value.removeprefix("+").isdecimal(), phone.id
        assert (
            shipped.library.source(phone.source).url or shipped.library.source(phone.source).title
        )


def test_every_entry_has_sources_that_are_there_and_a_date(shipped: Shipped) -> None:
    edition = shipped.library.edition(LanguageTag("en"), shipped.day)
    shelves = (
        edition.topics,
        edition.programmes,
        edition.services,
        edition.agreements,
        edition.rights,
        edition.terms,
        edition.notices,
    )
    for shelf in shelves:
        for entry in shelf:
            assert entry.sources, entry.id
            assert entry.checked <= shipped.day
            assert all(edition.source(source) for source in entry.sources)


def test_every_right_names_its_law(shipped: Shipped) -> None:
    for right in shipped.library.edition(LanguageTag("en"), shipped.day).rights:
        assert right.instruments, right.id
        assert all(law.name and law.article for law in right.instruments)
        assert right.limit


def test_no_story_is_invented(shipped: Shipped) -> None:
    edition = shipped.library.edition(LanguageTag("en"), shipped.day)

    assert all(story.consent for story in edition.stories)


def test_nothing_in_the_repository_reads_what_lies_outside() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in listed.stdout.splitlines():
        path = Path(ROOT, name)
        if not path.is_file() or path.suffix in (".png", ".pdf", ".mo"):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not [outside for outside in OUTSIDE if outside in text], name
