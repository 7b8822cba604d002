"""A right in plain words, with its limit beside it, the law, and how to complain."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from kiosk.core.entries import Right, Service
from kiosk.core.facts import Source
from kiosk.gui.kit.card import Card, Ground
from kiosk.gui.kit.columns import MeasuredColumn
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.small import Line
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.reading.section import Section
from kiosk.gui.reading.service import ServiceView
from kiosk.gui.reading.trust import SourceFooter, text_or_unknown, trust_widgets


class RightView(MeasuredColumn):
    """One right; `complain_to` are the services one can complain to."""

    def __init__(
        self,
        kit: Kit,
        right: Right,
        sources: Iterable[Source] = (),
        *,
        complain_to: Iterable[Service] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, gap=kit.theme.px(4.0), parent=parent)
        self._right = right
        self.setAccessibleName(right.title.value)
        self._build(tuple(complain_to))
        self.add(SourceFooter(kit, right.checked, sources, right.owner))

    @property
    def right(self) -> Right:
        """The value that is shown."""
        return self._right

    def _build(self, complain_to: tuple[Service, ...]) -> None:
        kit, right = self._kit, self._right
        _ = kit.translator.gettext
        self.add(TextBlock.of(kit, right.title, Role.TITLE))
        texts = (right.title, right.plain, right.limit, right.binds, right.complain)
        for widget in trust_widgets(kit, texts):
            self.add(widget)
        self.add(TextBlock.of(kit, right.plain))
        limit = Card(kit, Ground.SUNKEN)
        limit.add(Line(kit, _("Where it ends, and what you have to do"), "info", bold=True))
        limit.add(TextBlock.of(kit, right.limit))
        self.add(limit)
        respect = TextBlock.of(kit, right.binds)
        self.add(Section(kit, _("Who must respect it"), "building", [respect]))
        laws = [
            TextBlock(kit, f"{law.name}, {law.article}", tone=Tone.SOFT)
            for law in right.instruments
        ]
        self.add(Section(kit, _("The law"), "scale", laws))
        how = text_or_unknown(kit, right.complain)
        self.add(Section(kit, _("How to complain"), "chat", [how]))
        for service in complain_to:
            card = Card(kit)
            card.add(ServiceView(kit, service, brief=True))
            self.add(card)
