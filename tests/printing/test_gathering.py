"""What is put beside what, and which small print runs on."""

from dataclasses import replace

from kiosk.core.ids import LanguageTag
from kiosk.core.sheet import ElementKind, SectionId, SheetElement, SheetPlan
from kiosk.printing.gathering import contacts, gather, neighbours
from tests.printing.sheets import plan_of

SMALL = ElementKind.SMALL


def keyed(plan: SheetPlan, keys: list[str], kinds: list[ElementKind]) -> SheetPlan:
    tag = plan.language.tag
    elements = tuple(
        SheetElement(key, kind, f"{tag} {key}.", tag) for key, kind in zip(keys, kinds, strict=True)
    )
    section = replace(plan.sections[0], id=SectionId.CONTACTS, elements=elements)
    return replace(plan, sections=(section,))


def test_elements_of_two_plans_meet_by_key_and_what_one_lacks_stays_empty() -> None:
    kind = ElementKind.PARAGRAPH
    one = keyed(plan_of("en", ()), ["a", "b", "d"], [kind] * 3)
    two = keyed(plan_of("ar", ()), ["a", "c", "d", "e"], [kind] * 4)
    met = [
        (entry.first and entry.first.key, entry.second and entry.second.key)
        for entry in gather(one, two)[2:]
    ]
    assert met == [("a", "a"), ("b", None), (None, "c"), ("d", "d"), (None, "e")]


def test_no_element_is_lost_or_doubled_when_the_order_differs() -> None:
    kind = ElementKind.PARAGRAPH
    one = keyed(plan_of("en", ()), ["a", "b", "c"], [kind] * 3)
    two = keyed(plan_of("ar", ()), ["c", "a", "b"], [kind] * 3)
    entries = gather(one, two)[2:]
    assert [entry.first.key for entry in entries if entry.first] == ["a", "b", "c"]
    assert sorted(e.second.key for e in entries if e.second) == ["a", "b", "c"]


def test_small_print_of_one_thing_runs_on_and_of_another_does_not() -> None:
    plan = keyed(plan_of("en", ()), ["x/run", "x/hours", "y/run"], [SMALL] * 3)
    assert [entry.elements[0].text for entry in gather(plan, None)[2:]] == [
        "en x/run. en x/hours.",
        "en y/run.",
    ]


def test_what_has_no_full_stop_is_kept_apart_by_a_dot() -> None:
    plan = plan_of("en", ((SMALL, "ymca.es"), (SMALL, "Phone: not known")))
    assert gather(plan, None)[-1].elements[0].text == "ymca.es  ·  Phone: not known"


def test_small_print_in_another_language_stands_alone() -> None:
    plan = keyed(plan_of("en", ()), ["x/run", "x/hours"], [SMALL] * 2)
    section = plan.sections[0]
    foreign = replace(section.elements[1], language=LanguageTag("km"))
    mixed = replace(plan, sections=(replace(section, elements=(section.elements[0], foreign)),))
    assert len(gather(mixed, None)) == 4


def test_contacts_stand_two_abreast_whole() -> None:
    head, small = ElementKind.SUBHEADING, ElementKind.SMALL
    keys = ["c/a", "c/a/run", "c/b", "c/b/run", "c/c", "c/c/run"]
    plan = keyed(plan_of("en", ()), keys, [head, small] * 3)
    groups = list(neighbours(contacts(gather(plan, None))))
    assert [[[e.key for e in one] for one in group] for group in groups[2:]] == [
        [["c/a", "c/a/run"], ["c/b", "c/b/run"]],
        [["c/c", "c/c/run"]],
    ]
