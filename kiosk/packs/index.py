"""All packs at hand, looked up by what others refer to."""

from collections.abc import Iterable, Mapping

from kiosk.core.entries import EntryKind
from kiosk.core.facts import FactType
from kiosk.core.questions import QUESTIONS
from kiosk.packs.rules import did_you_mean
from kiosk.packs.source import FACT_REFERENCE, SourcedFact, SourceEntry, SourcePack


class PackIndex:
    """Entries, facts and regions of several packs. Earlier packs win over later ones."""

    def __init__(self, packs: Iterable[SourcePack]) -> None:
        """Index `packs`; those being checked come first."""
        self.packs = tuple(packs)
        self.entries: dict[str, SourceEntry] = {}
        self._facts: dict[str, dict[str, SourcedFact]] = {}
        self._regions: dict[str, frozenset[str]] = {}
        for pack in self.packs:
            for entry in pack.entries:
                self.entries.setdefault(f"{pack.id}/{entry.id}", entry)
            self._facts.setdefault(pack.id, {fact.id: fact for fact in pack.facts})
            country = pack.manifest.country
            if country and pack.manifest.regions:
                codes = frozenset(region.code for region in pack.manifest.regions)
                self._regions.setdefault(country, codes)

    def pack_of(self, ref: str) -> SourcePack:
        """The pack of an entry that is there."""
        return next(pack for pack in self.packs if ref.startswith(f"{pack.id}/"))

    def facts_of(self, pack: SourcePack) -> Mapping[str, SourcedFact]:
        """Facts of a pack by their id inside it."""
        return self._facts[pack.id]

    def regions_of(self, country: str) -> frozenset[str] | None:
        """The regions the origin pack of a country declares; None when none does."""
        return self._regions.get(country)

    def answer_values(self, question: str) -> frozenset[str]:
        """The values a question may have: for `region`, all that origin packs declare."""
        if question == "region":
            return frozenset().union(*self._regions.values())
        return frozenset(QUESTIONS[question].values)

    def suggest_entry(self, pack: SourcePack, qualified: str) -> str:
        """`did you mean …?` for an entry that is not there."""
        hint = did_you_mean(qualified, self.entries)
        if not hint.startswith("did"):
            return f"write pack/entry, or the id of an entry of {pack.id}"
        return hint.replace(f"'{pack.id}/", "'")

    def link(self, pack: SourcePack, target: str) -> str | None:
        """A link target as the compiled pack stores it, None when it leads nowhere.

        `{fact}` for an address fact of the pack, `pack/entry` for an entry.
        """
        found = FACT_REFERENCE.fullmatch(target)
        fact = self.facts_of(pack).get(found[1] if found else target)
        if fact is not None and (fact.fact is None or fact.fact.type.is_contact):
            return f"{{{fact.id}}}"
        if found:
            return None
        qualified = target if "/" in target else f"{pack.id}/{target}"
        return qualified if qualified in self.entries else None


FACT_FIELDS: Mapping[str, FactType] = {
    "phones": FactType.PHONE,
    "emails": FactType.EMAIL,
    "address": FactType.ADDRESS,
    "website": FactType.URL,
}
CONTACT_FIELDS = ("contacts", "complain_to")
CONTACT_KIND = EntryKind.SERVICE
