"""The kiosk's window: shows the screen of the session of the moment and nothing else."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kiosk.core.kinds import Release
from kiosk.core.languages import LANGUAGES, LanguageTag
from kiosk.core.session import IdleState, Place, Screen, Session
from kiosk.gui.kit.card import Page
from kiosk.gui.kit.columns import Column, Row
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.notice import Ribbon
from kiosk.gui.kit.touch_scroll import TouchScroll
from kiosk.gui.visitor import printing, sheet
from kiosk.gui.visitor.chrome import Chrome
from kiosk.gui.visitor.overlays import build_idle
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.gui.visitor.screens import BUILDERS
from kiosk.gui.visitor.sheet_maker import SheetMaker
from kiosk.gui.visitor.steering import Steering
from kiosk.services.visiting import Visit, Visiting

_TICK_MILLISECONDS = 1000

_PRESENCE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.KeyPress,
    QEvent.Type.Wheel,
)

_REFUSED = (QEvent.Type.ContextMenu, QEvent.Type.DragEnter, QEvent.Type.Drop)


class KioskWindow(QWidget):
    """One window. `locked` refuses to close: the way out is the operator's, not the visitor's."""

    def __init__(
        self,
        visiting: Visiting,
        kit: Kit,
        make_sheet_maker: Callable[[], SheetMaker],
        steering: Steering,
        *,
        locked: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`kit` is of the first language; `make_sheet_maker` is called when a sheet is wanted."""
        super().__init__(parent)
        self._visiting = visiting
        self._first_kit = kit
        self._make_sheet_maker = make_sheet_maker
        self._sheet_maker: SheetMaker | None = None
        self._steering = steering
        self._locked = locked
        self._shown: tuple[object, ...] = ()
        self._positions: dict[tuple[int, Place], int] = {}
        self._scroll: TouchScroll | None = None
        self._painted = False
        self._build()
        self._connect()
        self._show_session(steering.session)

    def _build(self) -> None:
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._page: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MILLISECONDS)

    def _connect(self) -> None:
        self._steering.changed.connect(self._show_session)
        self._steering.ended.connect(self._on_steering_ended)
        self._timer.timeout.connect(self._on_timer_timeout)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._timer.start()

    @property
    def session(self) -> Session:
        """The session shown."""
        return self._steering.session

    @property
    def kit(self) -> Kit:
        """The look and words of the session shown."""
        session = self.session
        theme = self._first_kit.theme.with_text_size(session.text_size)
        theme = theme.with_contrast(session.contrast)
        words = self._visiting.translators.for_language(session.language)
        kit = self._first_kit.in_language(LANGUAGES[session.language], words)
        return kit.with_theme(theme)

    def choose_language(self, language: LanguageTag) -> None:
        """Start in a language, for the command line."""
        self._steering.begin(language)

    def visit(self, session: Session) -> Visit:
        """What a session may see."""
        return self._visiting.visit(session)

    def show_stop(self, session: Session) -> None:
        """Show any session, for tours and tests."""
        self._steering.resume(session)

    def wait_for_work(self) -> None:
        """Wait until no sheet is being made or printed."""
        if self._sheet_maker is not None:
            self._sheet_maker.wait()

    def _show_session(self, session: Session) -> None:
        idle = self._steering.idle
        left = self._steering.seconds_left if idle is IdleState.ALERT else 0
        key = _looks_of(session, left)
        if key == self._shown:
            return
        self._keep_position()
        self._shown = key
        stage = Stage(self.kit, self._visiting.visit(session), self._steering)
        scene = build_idle(stage, left) if left else self._scene(stage)
        self._replace_page(stage, scene)

    def _scene(self, stage: Stage) -> Scene:
        screen = stage.visit.session.place.screen
        match screen:
            case Screen.SHEET_CHOICE:
                return sheet.build_choice(stage)
            case Screen.SHEET:
                return sheet.build_sheet(stage, self._maker())
            case Screen.PRINTING:
                return printing.build(stage, self._maker())
            case _:
                return BUILDERS[screen](stage)

    def _maker(self) -> SheetMaker:
        if self._sheet_maker is None:
            self._sheet_maker = self._make_sheet_maker()
        return self._sheet_maker

    def _replace_page(self, stage: Stage, scene: Scene) -> None:
        focused = self._focused_name()
        old, page = self._page, Page(stage.kit, gap=0)
        if stage.visit.visiting.site.release is Release.DEMO:
            words = stage.kit.translator.gettext("Demonstration – not for real use")
            page.add(Ribbon(stage.kit, words))
        self._scroll = TouchScroll(stage.kit, scene.content)
        chrome = Chrome(stage, at_side=self._is_wide, height=self.height())
        if self._is_wide:
            body = Column(stage.kit, gap=0)
            _fill(body, self._scroll, scene.footer)
            row = Row(stage.kit, gap=0)
            row.add(body, 1)
            row.add(chrome)
            page.add(row, stretch=1)
        else:
            _fill(page, self._scroll, scene.footer)
            page.add(chrome)
        self._page = page
        self._box.addWidget(page)
        if old is not None:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._restore(focused)

    @property
    def _is_wide(self) -> bool:
        return self.width() > self.height()

    def _restore(self, focused: str) -> None:
        self._box.activate()
        position = self._positions.get(self._position_key(self.session), 0)
        if self._scroll is not None and position:
            self._scroll.scroll_to(position)
        if focused and self._page is not None:
            widgets = self._page.findChildren(QWidget)
            again = next((w for w in widgets if w.accessibleName() == focused), None)
            if again is not None:
                again.setFocus()

    def _focused_name(self) -> str:
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        return focused.accessibleName() if focused is not None and inside else ""

    def _keep_position(self) -> None:
        if self._scroll is not None and self._shown:
            key = self._shown[0]
            if isinstance(key, tuple):
                self._positions[key] = self._scroll.position

    @staticmethod
    def _position_key(session: Session) -> tuple[int, Place]:
        return (len(session.trail), session.place)

    def _on_steering_ended(self) -> None:
        self._positions.clear()
        self._first_kit.engine.forget()
        QApplication.clipboard().clear()
        if self._sheet_maker is not None:
            self._sheet_maker.forget()

    def _on_timer_timeout(self) -> None:
        if self._steering.idle is IdleState.GONE:
            self._steering.end()
        elif self._steering.idle is IdleState.ALERT:
            self._show_session(self.session)

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _REFUSED:
            return True
        if event.type() in _PRESENCE and event.spontaneous():
            self._steering.touched()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._first_kit.icons.load)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shown = ()
        self._show_session(self.session)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._locked:
            event.ignore()


def _fill(column: Column, scroll: TouchScroll, footer: QWidget | None) -> None:
    column.add(scroll, stretch=1)
    if footer is not None:
        column.add(footer)


def _looks_of(session: Session, seconds_left: int) -> tuple[object, ...]:
    """Everything a screen depends on but the answers, which a question shows by itself."""
    return (
        (len(session.trail), session.place),
        session.language,
        session.text_size,
        session.contrast,
        session.host,
        session.origin,
        session.only_i_see_it,
        session.sheet_also,
        session.large_print,
        session.print_answers,
        seconds_left,
    )
