"""A visitor in tests: a real window on the shipped packs, touched by what stands on its buttons."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.ids import LanguageTag
from kiosk.core.languages import LANGUAGES
from kiosk.core.session import Place, Screen, Session
from kiosk.gui.jobs import JobRunner
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.icons import IconShelf
from kiosk.gui.kit.small import Chip, Line
from kiosk.gui.kit.text_block import TextBlock, readable
from kiosk.gui.kit.theme import Theme
from kiosk.gui.kit.touchable import Touchable
from kiosk.gui.visitor.frame import Frame
from kiosk.gui.visitor.listening.ports import SoundPorts
from kiosk.gui.visitor.sheet_maker import SheetMaker
from kiosk.gui.visitor.steering import Steering
from kiosk.gui.visitor.teller import Teller
from kiosk.gui.visitor.window import KioskWindow
from kiosk.printing.printers import MemoryPrinter, Printer
from kiosk.services.counting import Tally
from kiosk.services.handouts import Press
from kiosk.services.print_jobs import PrintDesk
from kiosk.services.visiting import Visiting
from kiosk.settings import Site
from kiosk.text import TextEngine
from tests.factories.shipped import Shipped

PORTRAIT, LANDSCAPE = (1080, 1920), (1366, 768)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Visitor:
    """Somebody at a kiosk of her own."""

    def __init__(
        self,
        shipped: Shipped,
        engine: TextEngine,
        icons: IconShelf,
        runner: JobRunner,
        site: Site,
        *,
        size: tuple[int, int] = PORTRAIT,
        locked: bool = True,
        make_sound: "Callable[[Clock], SoundPorts] | None" = None,
        tally: Tally | None = None,
    ) -> None:
        self.site = site
        self.clock = Clock()
        self.printer = MemoryPrinter()
        self.device: Printer | None = None
        self.shipped = shipped
        self.maker: SheetMaker | None = None
        self._runner = runner
        self._press = Press(
            shipped.library, shipped.words, engine, as_of=shipped.day, release=site.release
        )
        first = LanguageTag("en")
        words = shipped.words.for_language(first)
        device = site.device
        theme = Theme(device.pixels_per_mm, device.viewing_distance_mm, reduced_motion=True)
        made = Kit.make(theme, LANGUAGES[first], words, engine, now=self.clock)
        kit = replace(made, icons=icons)
        visiting = Visiting(shipped.library, shipped.words, site, as_of=shipped.day, tally=tally)
        self.steering = Steering(site, first, self.clock, visiting.is_private)
        self.teller = Teller(visiting.tally, self.steering)
        self.window = KioskWindow(
            visiting,
            kit,
            self.make_sheet_maker,
            self.steering,
            sound=make_sound(self.clock) if make_sound else None,
            locked=locked,
        )
        self.window.resize(*size)
        self.window.show()
        QApplication.processEvents()

    def make_sheet_maker(self) -> SheetMaker:
        """What makes and prints her sheets."""
        desk = PrintDesk(self.printer if self.device is None else self.device)
        self.maker = SheetMaker(self._press, desk, self._runner, self.clock)
        self.teller.follow(self.maker)
        return self.maker

    @staticmethod
    def tag(language: str) -> LanguageTag:
        return LanguageTag(language)

    @property
    def session(self) -> Session:
        return self.window.session

    @property
    def screen(self) -> Screen:
        return self.session.place.screen

    def is_on(self, screen: Screen) -> bool:
        return self.screen is screen

    @property
    def frame(self) -> Frame:
        frame = self.window.frame
        assert frame is not None
        return frame

    def say(self, msgid: str, **values: str) -> str:
        """The product's words in the language of the moment, as a person reads them."""
        words = self.shipped.words.for_language(self.session.language)
        return readable(words.fill(msgid, **values) if values else words.gettext(msgid))

    def buttons(self) -> list[Touchable]:
        return [b for b in self.frame.findChildren(Touchable) if b.isVisible()]

    def button(self, name: str) -> Touchable:
        """The visible button with these words; `name` as it is shown."""
        found = [b for b in self.buttons() if b.accessibleName() == readable(name)]
        shown = [b.accessibleName() for b in self.buttons()]
        assert found, f"no button {name!r} among {shown}"
        return found[0]

    def touch(self, name: str) -> "Visitor":
        """Touch the button with these words in the language of the moment."""
        return self.touch_widget(self.button(self.say(name)))

    def touch_words(self, words: str) -> "Visitor":
        """Touch the button with exactly these words: a language, a country, a title."""
        return self.touch_widget(self.button(words))

    def touch_widget(self, widget: QWidget) -> "Visitor":
        self.clock.now += 1.0
        scroller = self.frame.scroller
        if scroller.content.isAncestorOf(widget):
            scroller.ensure_visible(widget)
        middle = QPoint(widget.width() // 2, min(widget.height() // 2, 40))
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=middle)
        return self.settle()

    def touch_together(self, device: QPointingDevice, spots: Sequence[QPoint]) -> "Visitor":
        """One finger on each of these spots of the window, all down and then all up."""
        down, up = (QTest.touchEvent(self.window, device) for _ in range(2))
        for number, spot in enumerate(spots):
            down.press(number, spot, self.window)
        down.commit()
        for number, spot in enumerate(spots):
            up.release(number, spot, self.window)
        up.commit()
        return self.settle()

    def settle(self) -> "Visitor":
        """Let background work and its signals come to rest."""
        for _ in range(3):
            self._runner.wait()
            QApplication.processEvents()
        # Outside an event loop nothing takes away the screens that were left.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return self

    def words(self) -> str:
        """Everything that can be read on the screen."""
        return "\n".join(self._words())

    def _words(self) -> Iterator[str]:
        for widget in self.frame.findChildren(QWidget):
            if not widget.isVisible():
                continue
            if isinstance(widget, TextBlock):
                yield widget.text
            elif isinstance(widget, Touchable | Chip | Line):
                yield f"{widget.accessibleName()} {widget.accessibleDescription()}"

    def at_home(
        self, host: str = "ES", origin: str = "EC", language: str = "en", **chosen: object
    ) -> "Visitor":
        """Come as far as home in one go."""
        begun = self.shipped.session(host, origin, language)
        home = replace(begun, trail=(Place(Screen.HOME),), touched_at=self.clock.now)
        self.window.show_stop(replace(home, **chosen))  # type: ignore[arg-type]
        return self.settle()

    def open(self, screen: Screen, subject: str = "") -> "Visitor":
        self.steering.go(screen, subject)
        return self.settle()

    def leave(self) -> None:
        """Close the door behind the test."""
        self._runner.wait()
        QApplication.processEvents()
        self.window.hide()
        self.window.deleteLater()
        # Gone now, so that it neither ticks nor listens in the tests that follow.
        QApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)
