"""A paragraph on the screen: grows in height with its words, never cut, never elided."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.core.languages import Language
from kiosk.core.speech import Utterance
from kiosk.core.texts import Text
from kiosk.gui.kit.context import Kit, overhang
from kiosk.gui.kit.spoken import say_words
from kiosk.gui.kit.theme import Role, Tone
from kiosk.text import Align, Layout, Span


def readable(text: str) -> str:
    """The words without the invisible marks that steer layout: what a screen reader is given."""
    return "".join(char for char in text if char not in "\u200b\u2066\u2067\u2068\u2069")


class TextBlock(QWidget):
    """One paragraph. `language` is that of the words where it is not that of the screen."""

    def __init__(
        self,
        kit: Kit,
        text: str = "",
        role: Role = Role.BODY,
        *,
        spans: tuple[Span, ...] = (),
        bold: bool | None = None,
        tone: Tone = Tone.INK,
        align: Align = Align.START,
        language: Language | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._role = role
        self._bold = role.is_large if bold is None else bold
        self._tone = tone
        self._align = align
        self._language = language or kit.language
        self._layouts: dict[int, Layout] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._spans: tuple[Span, ...] = ()
        self.show_spans(spans or (Span(text, self._bold),))

    @classmethod
    def of(
        cls, kit: Kit, text: Text, role: Role = Role.BODY, *, tone: Tone = Tone.INK
    ) -> "TextBlock":
        """The block of a pack's text, in the language that text is really in."""
        return cls(kit, text.value, role, tone=tone, language=kit.language_of(text.language))

    @property
    def text(self) -> str:
        """The words, as a person reads them."""
        return readable("".join(span.text for span in self._spans))

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """The words as they are said."""
        return say_words(self._kit, self.text, self._language)

    def show_text(self, text: str) -> None:
        """Other words from now on."""
        self.show_spans((Span(text, self._bold),))

    def show_spans(self, spans: tuple[Span, ...]) -> None:
        """Other words, some of them bold."""
        if spans == self._spans:
            return
        self._spans = spans
        self._layouts.clear()
        self.setAccessibleName(self.text)
        self.updateGeometry()
        self.update()

    def layout_for(self, width: int) -> Layout:
        """The lines at this width in pixels."""
        if width not in self._layouts:
            self._layouts[width] = self._kit.lay_out(
                self._spans, self._role, width, align=self._align, language=self._language
            )
        return self._layouts[width]

    def natural_width(self) -> int:
        """Width in pixels at which nothing has to be broken."""
        widest = self._kit.lay_out(self._spans, self._role, 100_000, language=self._language)
        return int(widest.natural_width + overhang(self._kit, self._role) + 1)

    # Qt

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self.layout_for(width).height + 0.999)

    def sizeHint(self) -> QSize:
        width = min(self.natural_width(), self._kit.theme.measure)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._kit.theme.target, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = QColor(self._kit.theme.color(self._tone))
        self._kit.painter.paint(painter, self.layout_for(self.width()), 0, 0, color)
