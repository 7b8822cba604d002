"""Small hand tools for writing sheet elements: one place decides how a text becomes a paragraph."""

from collections.abc import Iterable, Iterator

from kiosk.core.entries import Item, Service
from kiosk.core.facts import FactStatus, FactType, ShownFact
from kiosk.core.kinds import RunBy, TellsAuthorities
from kiosk.core.sheet import ElementKind, SheetElement
from kiosk.core.texts import Block, BlockKind, Text
from kiosk.i18n.isolation import enclose_ltr, strip_invisible
from kiosk.i18n.translator import N_, SOURCE_LANGUAGE, Translator

RUN_BY_WORDS = {
    RunBy.STATE_OF_ORIGIN: N_("Run by the state of your country of origin."),
    RunBy.HOST_STATE: N_("Run by the state of the country where you are."),
    RunBy.POLICE: N_("Run by the police."),
    RunBy.NGO: N_("Run by an organisation that is not part of a state."),
    RunBy.UN: N_("Run by the United Nations."),
    RunBy.OTHER: N_("Run by somebody else."),
}

TELLS_WORDS = {
    TellsAuthorities.YES: N_("It may tell authorities about you."),
    TellsAuthorities.NO: N_("It does not tell authorities about you."),
    TellsAuthorities.NOT_KNOWN: N_("Not known if it tells authorities about you."),
}

_LONGEST_ADDRESS = 36


class Pen:
    """Writes elements in one language. `words` are the product's own words in that language.

    `tag` is the language those words are really in: English where there is no catalogue.
    """

    def __init__(self, words: Translator) -> None:
        """Bound to the language of `words`."""
        self.words = words
        self.language = words.language
        self.tag = words.language.tag if words.is_complete else SOURCE_LANGUAGE

    def say(self, key: str, kind: ElementKind, message: str, **values: str) -> SheetElement:
        """An element in the product's own words; `message` is marked with `N_`, values filled."""
        text = self.words.fill(message, **values)
        return SheetElement(key, kind, text, self.tag)

    def labelled(self, label: str, value: str) -> str:
        """`label: value` with the colon of the language; `label` is marked with `N_`."""
        template = self.words.gettext("{label}: {value}")
        return template.format(label=self.words.gettext(label), value=value)

    def put(self, key: str, kind: ElementKind, text: Text) -> SheetElement:
        """An element in the pack's words."""
        return SheetElement(key, kind, text.value, text.language, text.state)

    def known(self, key: str, kind: ElementKind, label: str, text: Text | None) -> SheetElement:
        """`label: text`, or `label: not known`."""
        shown = text.value if text else self.words.gettext("not known")
        value = self.labelled(label, shown)
        if not text:
            return SheetElement(key, kind, value, self.tag)
        if text.language != self.language.tag:
            return SheetElement(key, kind, text.value, text.language, text.state)
        return SheetElement(key, kind, value, text.language, text.state)

    def items(self, key: str, kind: ElementKind, items: Iterable[Item]) -> Iterator[SheetElement]:
        """One element per item."""
        for item in items:
            yield self.put(f"{key}/{item.id}", kind, item.text)

    def block(self, key: str, block: Block) -> Iterator[SheetElement]:
        """A block of a topic as paper shows it: tables become one line per row."""
        kinds = {
            BlockKind.HEADING: ElementKind.SUBHEADING,
            BlockKind.LIST: ElementKind.BULLET,
            BlockKind.TABLE: ElementKind.BULLET,
        }
        kind = kinds.get(block.kind, ElementKind.PARAGRAPH)
        for number, row in enumerate(block.rows):
            cells = ("".join(inline.text for inline in cell) for cell in row)
            text = " – ".join(cell for cell in cells if cell)
            yield SheetElement(
                f"{key}/{block.id}/{number}", kind, text, block.language, block.state
            )

    def service(self, key: str, service: Service) -> Iterator[SheetElement]:
        """A contact: name, who runs it and whether it tells, then how to reach it."""
        yield self.put(key, ElementKind.SUBHEADING, service.name)
        yield self.say(f"{key}/run", ElementKind.SMALL, self._runs(service))
        if service.hours:
            yield self.put(f"{key}/hours", ElementKind.SMALL, service.hours)
        yield from self._reach(key, service)

    def _runs(self, service: Service) -> str:
        run = self.words.gettext(RUN_BY_WORDS[service.run_by])
        return f"{run} {self.words.gettext(TELLS_WORDS[service.tells_authorities])}"

    def _reach(self, key: str, service: Service) -> Iterator[SheetElement]:
        phones = [fact for fact in service.phones if fact and fact.printable]
        for number, fact in enumerate(phones):
            yield self._fact(f"{key}/phone{number}", ElementKind.PHONE, fact)
        if not phones:
            yield self.say(f"{key}/phone0", ElementKind.SMALL, N_("Phone: not known"))
        others = [*service.emails, service.website]
        if not service.address_withheld:
            others.append(service.address)
        for number, found in enumerate(fact for fact in others if fact and fact.printable):
            yield self._fact(f"{key}/reach{number}", ElementKind.SMALL, found)

    def _fact(self, key: str, kind: ElementKind, fact: ShownFact) -> SheetElement:
        text = fact.shown
        if fact.type is FactType.URL:
            text = enclose_ltr(_web_address(text))
        if fact.status is FactStatus.OLD:
            # The value keeps its own isolates, so it is not filled in as a whole one.
            text = self.words.gettext("{value} (old, check first)").format(value=text)
        return SheetElement(key, kind, text, self.tag)


def _web_address(address: str) -> str:
    """What a person can type: a short address as it is, of any other the name of the site."""
    bare = strip_invisible(address)
    typed = (bare.partition("://")[2] or bare).removeprefix("www.").rstrip("/")
    is_short = len(typed) <= _LONGEST_ADDRESS and "?" not in typed
    return typed if is_short else typed.partition("/")[0]
