"""A place or line that helps: who runs it and whether it tells authorities stand first."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from kiosk.core.entries import Service
from kiosk.core.facts import FactStatus, ShownFact, Source
from kiosk.core.kinds import TellsAuthorities
from kiosk.core.texts import Text
from kiosk.gui.kit.card import Card, Ground
from kiosk.gui.kit.columns import MeasuredColumn
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.small import Chip, ChipKind, Line
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.reading.section import Section
from kiosk.gui.reading.trust import SourceFooter, text_or_unknown, trust_widgets
from kiosk.i18n.formatting import language_name
from kiosk.i18n.translator import N_
from kiosk.services.handouts.writing import RUN_BY_WORDS, TELLS_WORDS


class ServiceView(MeasuredColumn):
    """Everything on record about one service; what is not on record is said to be not known."""

    def __init__(
        self,
        kit: Kit,
        service: Service,
        sources: Iterable[Source] = (),
        *,
        brief: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`brief` leaves out hours, languages and sources: for lists and the danger screen."""
        super().__init__(kit, gap=kit.theme.px(4.0), parent=parent)
        self._service = service
        self.setAccessibleName(service.name.value)
        self.add(TextBlock.of(kit, service.name, Role.HEADING if brief else Role.TITLE))
        texts = (service.name, service.description, service.hours, service.for_whom)
        for widget in trust_widgets(kit, texts):
            self.add(widget)
        if service.description and not brief:
            self.add(TextBlock.of(kit, service.description))
        self.add(self._who())
        self.add(self._reach())
        if not brief:
            self._build_details()
            self.add(SourceFooter(kit, service.checked, sources, service.owner))

    @property
    def service(self) -> Service:
        """The value that is shown."""
        return self._service

    def _who(self) -> Card:
        """Said before any number."""
        kit, service = self._kit, self._service
        _ = kit.translator.gettext
        tells = service.tells_authorities
        card = Card(kit, Ground.ACCENT if tells is TellsAuthorities.NO else Ground.CAUTION)
        card.add(Line(kit, _(RUN_BY_WORDS[service.run_by]), "building", bold=True))
        sign = {
            TellsAuthorities.YES: "warning",
            TellsAuthorities.NO: "shield",
            TellsAuthorities.NOT_KNOWN: "not-known",
        }
        card.add(Line(kit, _(TELLS_WORDS[tells]), sign[tells], bold=True))
        return card

    def _reach(self) -> Card:
        kit, service = self._kit, self._service
        _ = kit.translator.gettext
        card = Card(kit)
        phones = [fact for fact in service.phones if fact]
        for fact in phones:
            self._add_fact(card, fact, "phone", Role.TITLE)
        if not phones:
            card.add(Line(kit, _("Phone: not known"), "not-known", tone=Tone.SOFT))
        elif service.free is not None:
            cost = _("Calling is free") if service.free else _("Calling costs money")
            card.add(Line(kit, cost, "coins"))
        for fact in service.emails:
            self._add_fact(card, fact, "email")
        self._add_fact(card, service.website, "website")
        if service.address_withheld:
            card.add(Line(kit, _("The address is not shown, for safety"), "lock"))
        elif service.address:
            self._add_fact(card, service.address, "map-pin")
        else:
            card.add(Line(kit, _("Address: not known"), "not-known", tone=Tone.SOFT))
        return card

    def _add_fact(
        self, card: Card, fact: ShownFact | None, icon: str, role: Role = Role.BODY
    ) -> None:
        if not fact:
            return
        card.add(Line(self._kit, fact.shown, icon, role=role, bold=role.is_large))
        if fact.status is FactStatus.OLD:
            old = self._kit.translator.fill(
                N_("Old: last checked on {date}. It may have changed."),
                date=self._kit.write_date(fact.checked),
            )
            card.add(Chip(self._kit, old, ChipKind.OLD))

    def _build_details(self) -> None:
        kit, service = self._kit, self._service
        _ = kit.translator.gettext
        self._detail(_("For whom"), service.for_whom, "users")
        self._detail(_("Opening hours"), service.hours, "clock")
        names = [language_name(tag, kit.language) for tag in service.languages]
        spoken = Text(", ".join(names), kit.language.tag)
        self._detail(_("Languages spoken"), spoken, "language")

    def _detail(self, name: str, text: Text | None, icon: str) -> None:
        self.add(Section(self._kit, name, icon, [text_or_unknown(self._kit, text)]))
