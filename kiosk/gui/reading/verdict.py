"""An option: as a card in the list of options, and whole, with the verdict and its reasons."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from kiosk.core.eligibility import Verdict
from kiosk.core.entries import Item, Programme, Service
from kiosk.core.facts import Source
from kiosk.core.kinds import PhaseName, ProgrammeKind, SupportForm
from kiosk.core.texts import Text
from kiosk.gui.kit.buttons import ButtonKind, TouchButton
from kiosk.gui.kit.card import Card, Ground
from kiosk.gui.kit.columns import Column, MeasuredColumn, Row
from kiosk.gui.kit.context import Kit, direction_of
from kiosk.gui.kit.flow_row import FlowRow
from kiosk.gui.kit.small import Chip, ChipKind, Line, Mark
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.reading.service import ServiceView
from kiosk.gui.reading.trust import SourceFooter, text_or_unknown, trust_widgets
from kiosk.i18n.formatting import format_number
from kiosk.i18n.translator import N_
from kiosk.services.advising import OptionView, ReasonView

_SIGNS = {
    Verdict.LIKELY: ChipKind.FITS,
    Verdict.ASK: ChipKind.ASK,
    Verdict.UNLIKELY: ChipKind.SEEMS_NOT,
}
_REASON_SIGNS = {True: "check-circle", False: "minus-circle", None: "question-circle"}

_KIND_ICONS = {
    ProgrammeKind.PROTECTION: "shield",
    ProgrammeKind.LEGAL_ADVICE: "scale",
    ProgrammeKind.REGULAR_STAY: "identity",
    ProgrammeKind.ONWARD_MIGRATION: "route",
    ProgrammeKind.ASSISTED_RETURN: "plane",
    ProgrammeKind.INDEPENDENT_RETURN: "luggage",
    ProgrammeKind.REINTEGRATION_SUPPORT: "home",
    ProgrammeKind.WAITING: "clock",
}

_PHASES = {
    PhaseName.BEFORE: (N_("Before leaving"), "luggage"),
    PhaseName.TRAVEL: (N_("On the way"), "plane"),
    PhaseName.AFTER: (N_("After arriving"), "home"),
}
_FORMS = {
    SupportForm.CASH: N_("In money"),
    SupportForm.IN_KIND: N_("In things"),
    SupportForm.SERVICE: N_("As a service"),
}


def kind_icon(kind: ProgrammeKind) -> str:
    """The icon of a kind of option."""
    return _KIND_ICONS[kind]


class OptionCard(TouchButton):
    """One option in the list; every kind looks alike, the verdict is a sign with words."""

    def __init__(self, kit: Kit, option: OptionView, parent: QWidget | None = None) -> None:
        programme = option.programme
        super().__init__(
            kit,
            programme.title.value,
            kind_icon(programme.kind),
            ButtonKind.SECONDARY,
            detail=programme.summary.value,
            kicker=option.kind_words,
            note=option.verdict_words,
            note_icon=_SIGNS[option.verdict].icon,
            trailing="next",
            language=kit.language_of(programme.title.language),
            parent=parent,
        )
        self._option = option

    @property
    def option(self) -> OptionView:
        """The value that is shown."""
        return self._option


class VerdictView(MeasuredColumn):
    """One option with everything on record; what is not on record is said to be not known."""

    def __init__(
        self,
        kit: Kit,
        option: OptionView,
        sources: Iterable[Source] = (),
        *,
        contacts: Iterable[Service] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, gap=kit.theme.px(4.0), parent=parent)
        self._option = option
        self.setAccessibleName(option.programme.title.value)
        self._build_head()
        self._build_verdict()
        self._build_gifts()
        self._build_lists()
        self._build_details()
        self._build_contacts(tuple(contacts))
        self.add(SourceFooter(kit, self._programme.checked, sources, self._programme.owner))

    @property
    def option(self) -> OptionView:
        """The value that is shown."""
        return self._option

    @property
    def _programme(self) -> Programme:
        return self._option.programme

    def _build_head(self) -> None:
        kit, programme = self._kit, self._programme
        self.add(Line(kit, self._option.kind_words, kind_icon(programme.kind), tone=Tone.SOFT))
        self.add(TextBlock.of(kit, programme.title, Role.TITLE))
        self.add(TextBlock.of(kit, programme.summary))
        if programme.not_checked_by_owner:
            words = kit.translator.gettext("Not checked yet by those who offer it")
            self.add(FlowRow(kit, [Chip(kit, words, ChipKind.DRAFT)]))
        texts = (programme.title, programme.summary, programme.who_for, programme.time)
        for widget in trust_widgets(kit, texts):
            self.add(widget)

    def _build_verdict(self) -> None:
        kit, option = self._kit, self._option
        fits = option.verdict is Verdict.LIKELY
        card = Card(kit, Ground.ACCENT if fits else Ground.SUNKEN)
        sign = _SIGNS[option.verdict].icon
        card.add(Line(kit, option.verdict_words, sign, role=Role.BODY, bold=True))
        for reason in option.reasons:
            card.add(self._reason(reason))
        self.add(card)

    def _reason(self, reason: ReasonView) -> Line:
        language = self._kit.language_of(reason.text.language)
        sign = _REASON_SIGNS[reason.met]
        return Line(self._kit, reason.text.value, sign, language=language)

    def _build_gifts(self) -> None:
        kit = self._kit
        _ = kit.translator.gettext
        phases = [phase for phase in self._programme.phases if phase.gives]
        if not phases:
            return
        self._heading(_("What it gives"))
        for phase in phases:
            words, icon = _PHASES[phase.phase]
            card = Card(kit)
            card.add(Line(kit, _(words), icon, bold=True))
            for gift in phase.gives:
                card.add(self._item(gift.text, more=_(_FORMS[gift.form])))
            self.add(card)

    def _build_lists(self) -> None:
        _ = self._kit.translator.gettext
        programme = self._programme
        self._list(_("Papers you need"), programme.papers)
        self._list(_("Steps"), programme.steps, numbered=True)
        self._list(_("What can help"), programme.can_help)
        self._list(_("What can be hard"), programme.can_be_hard)

    def _list(self, name: str, items: tuple[Item, ...], *, numbered: bool = False) -> None:
        if not items:
            return
        self._heading(name)
        for index, item in enumerate(items, start=1):
            number = format_number(index, self._kit.language) if numbered else ""
            self.add(self._item(item.text, number))

    def _item(self, text: Text, number: str = "", *, more: str = "") -> Row:
        language = self._kit.language_of(text.language)
        row = Row(self._kit, gap=self._kit.theme.px(2.4))
        row.setLayoutDirection(direction_of(language))
        row.add(Mark(self._kit, language, number=number))
        words = Column(self._kit, [TextBlock.of(self._kit, text)], gap=0)
        if more:
            words.add(TextBlock(self._kit, more, Role.CAPTION, tone=Tone.SOFT))
        row.add(words, 1)
        return row

    def _build_details(self) -> None:
        _ = self._kit.translator.gettext
        programme = self._programme
        details = (
            (_("Who it is for"), programme.who_for),
            (_("How long it takes"), programme.time),
            (_("Coming back later"), programme.coming_back),
            (_("Who offers it"), programme.provider),
            (_("Who pays for it"), programme.funder),
        )
        for name, text in details:
            self._heading(name)
            self.add(text_or_unknown(self._kit, text))
        if programme.community_benefit:
            self._heading(_("What the community gains"))
            self.add(TextBlock.of(self._kit, programme.community_benefit))

    def _build_contacts(self, contacts: tuple[Service, ...]) -> None:
        self._heading(self._kit.translator.gettext("Whom to ask"))
        if not contacts:
            self.add(text_or_unknown(self._kit, None))
        for service in contacts:
            card = Card(self._kit)
            card.add(ServiceView(self._kit, service, brief=True))
            self.add(card)

    def _heading(self, name: str) -> None:
        self.add_space(self._kit.theme.px(2.0))
        self.add(TextBlock(self._kit, name, Role.HEADING))
