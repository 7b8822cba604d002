"""An article: title, what it is about, its blocks, where it comes from."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.core.entries import Topic
from kiosk.core.facts import Source
from kiosk.core.texts import BlockKind
from kiosk.gui.kit.columns import MeasuredColumn
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.reading.blocks import RichBlock
from kiosk.gui.reading.trust import SourceFooter, trust_widgets


class ArticleView(MeasuredColumn):
    """One topic to read; `link_chosen` carries `pack/entry` or an address."""

    link_chosen = Signal(str)

    def __init__(
        self,
        kit: Kit,
        topic: Topic,
        sources: Iterable[Source] = (),
        *,
        width: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`width` in pixels is the room there will be; it decides how tables stand."""
        super().__init__(kit, gap=kit.theme.px(4.0), parent=parent)
        self._topic = topic
        self._build(tuple(sources), min(width or kit.theme.measure, kit.theme.measure))
        self.setAccessibleName(topic.title.value)

    @property
    def topic(self) -> Topic:
        """The value that is shown."""
        return self._topic

    def _build(self, sources: tuple[Source, ...], width: int) -> None:
        kit, topic = self._kit, self._topic
        self.add(TextBlock.of(kit, topic.title, Role.TITLE))
        self.add(TextBlock.of(kit, topic.summary, tone=Tone.SOFT))
        for widget in trust_widgets(kit, (topic.title, topic.summary, *topic.blocks)):
            self.add(widget)
        for block in topic.blocks:
            if block.kind is BlockKind.HEADING:
                self.add_space(kit.theme.px(3.0))
            view = RichBlock(kit, block, width=width)
            view.link_chosen.connect(self.link_chosen)
            self.add(view)
        self.add_space(kit.theme.air)
        self.add(SourceFooter(kit, topic.checked, sources, topic.owner))
