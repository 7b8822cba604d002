"""The closed set of icons: our names, the glyphs of one family (Phosphor), drawn lazily.

QtAwesome costs 300 ms to import, so nothing is loaded before the first paint: until `load()` ran,
an icon keeps its room and draws nothing, then `loaded` asks every widget to paint again. An icon
never stands without a word. Those that point along the line of reading are mirrored.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

_GLYPHS = {
    # subjects, which packs may name
    "article": "article",
    "route": "path",
    "shield": "shield-check",
    "scale": "scales",
    "hand-heart": "handshake",
    "family": "users-three",
    "child": "baby",
    "heart": "heart",
    "briefcase": "briefcase",
    "coins": "coin",
    "wallet": "wallet",
    "health": "first-aid-kit",
    "pill": "pill",
    "home": "house-line",
    "document": "file-text",
    "identity": "identification-card",
    "globe": "globe-hemisphere-west",
    "lock": "lock-key",
    "phone": "phone",
    "email": "envelope-simple",
    "website": "globe-simple",
    "compass": "compass",
    "clock": "clock",
    "calendar": "calendar-blank",
    "users": "users",
    "school": "graduation-cap",
    "plane": "airplane-tilt",
    "bus": "bus",
    "luggage": "suitcase-simple",
    "leaf": "leaf",
    "tools": "wrench",
    "shop": "storefront",
    "bank": "bank",
    "warning": "warning",
    "chat": "chat-centered-text",
    "help": "question",
    "person": "user",
    "map-pin": "map-pin",
    "book": "book-open",
    "star": "star",
    "light": "lightbulb",
    "care": "lifebuoy",
    # the interface
    "back": "arrow-left",
    "next": "arrow-right",
    "up": "arrow-up",
    "down": "arrow-down",
    "check": "check",
    "check-circle": "check-circle",
    "question-circle": "question",
    "minus-circle": "minus-circle",
    "close": "x",
    "search": "magnifying-glass",
    "print": "printer",
    "sheet": "clipboard-text",
    "language": "translate",
    "text-size": "text-aa",
    "contrast": "circle-half",
    "listen": "speaker-high",
    "stop": "stop-circle",
    "pause": "pause",
    "play": "play",
    "skip": "skip-forward",
    "before": "skip-back",
    "again": "arrow-counter-clockwise",
    "louder": "speaker-high",
    "quieter": "speaker-low",
    "pace": "gauge",
    "headset": "headphones",
    "hide": "eye-slash",
    "story": "quotes",
    "hand": "hand",
    "complain": "megaphone",
    "useful": "thumbs-up",
    "not-useful": "thumbs-down",
    "pressure": "hand-palm",
    "remember": "calendar-plus",
    "take-away": "device-mobile",
    "danger": "lifebuoy",
    "end": "sign-out",
    "plus": "plus",
    "minus": "minus",
    "list": "list-bullets",
    "topics": "squares-four",
    "options": "git-fork",
    "eye": "eye",
    "people-eye": "users",
    "only-me": "eye-slash",
    "info": "info",
    "draft": "pencil-line",
    "old": "clock-counter-clockwise",
    "not-known": "circle-dashed",
    "erase": "backspace",
    "shift": "arrow-fat-up",
    "space": "arrows-left-right",
    "keyboard": "keyboard",
    "qr": "qr-code",
    "building": "buildings",
    "link": "arrow-square-out",
}


_ALONG_THE_LINE = frozenset(
    {
        "back",
        "next",
        "end",
        "list",
        "article",
        "chat",
        "erase",
        "link",
        "sheet",
        "listen",
        "search",
        "skip",
        "before",
        "louder",
        "quieter",
    }
)
_FAMILY = "ph"

ICON_NAMES = frozenset(_GLYPHS)
"""Every name a pack or a screen may use."""


class IconShelf(QObject):
    """Draws icons by name; a name outside the set draws the article."""

    loaded = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._font: object | None = None
        self._drawn: dict[tuple[str, int, str, bool], QPixmap] = {}

    def repaint_later(self, widget: QWidget) -> None:
        """Paint a widget again once icons are drawn; nothing is held of one that comes later."""
        if self._font is None:
            self.loaded.connect(widget.update)

    def load(self) -> None:
        """Read the icon font; to be called once something has been painted."""
        if self._font is not None:
            return
        import qtawesome
        from qtawesome.iconic_font import IconicFont

        folder = Path(qtawesome.__file__).parent / "fonts"
        font = next(folder.glob("phosphor-[0-9]*.ttf")).name
        charmap = next(folder.glob("phosphor-charmap-*.json")).name
        # Of the twelve fonts that QtAwesome brings only this one is read.
        self._font = IconicFont((_FAMILY, font, charmap))
        self.loaded.emit()

    def draw(
        self, painter: QPainter, name: str, box: QRectF, color: str, *, rtl: bool = False
    ) -> None:
        """Draw the icon in `box` (pixels, square); `rtl` mirrors those that have a direction."""
        if self._font is None or not name:
            return
        ratio = painter.device().devicePixelRatio()
        edge = max(1, round(box.width() * ratio))
        pixmap = self._pixmap(name, edge, color, rtl and name in _ALONG_THE_LINE)
        painter.drawPixmap(box, pixmap, QRectF(pixmap.rect()))

    def _pixmap(self, name: str, edge: int, color: str, mirrored: bool) -> QPixmap:
        wanted = (name, edge, color, mirrored)
        if wanted not in self._drawn:
            pixmap = self._icon(name, color).pixmap(QSize(edge, edge), 1.0)
            flip = QTransform.fromScale(-1, 1)
            self._drawn[wanted] = pixmap.transformed(flip) if mirrored else pixmap
        return self._drawn[wanted]

    def _icon(self, name: str, color: str) -> QIcon:
        glyph = _GLYPHS.get(name, _GLYPHS["article"])
        icon: QIcon = self._font.icon(f"{_FAMILY}.{glyph}", color=QColor(color))  # type: ignore[union-attr]
        return icon
