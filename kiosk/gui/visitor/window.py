"""The kiosk's window: shows the screen of the session of the moment and nothing else."""

import gc
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from kiosk.core.languages import LANGUAGES, LanguageTag
from kiosk.core.session import IdleState, Screen, Session
from kiosk.gui.kit.context import Kit
from kiosk.gui.visitor import cover, printing, sheet
from kiosk.gui.visitor.frame import Frame, Spot
from kiosk.gui.visitor.overlays import IdleAlert
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


_SpotKey = tuple[int, Screen, str]


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
        self._is_sized = False
        self._spots: dict[_SpotKey, Spot] = {}
        self._spot_key: _SpotKey | None = None
        self._painted = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        # The screen decides how large the window is, never what stands in it.
        self._box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._frame: Frame | None = None
        self._alert: IdleAlert | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MILLISECONDS)

    def _connect(self) -> None:
        self._steering.changed.connect(self._show_session)
        self._steering.ended.connect(self._on_steering_ended)
        self._timer.timeout.connect(self.look_at_clock)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._timer.start()

    @property
    def frame(self) -> Frame | None:
        """The screen shown; None before the window has a size."""
        return self._frame

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
        """Show any session, for tours and tests; raises what building its screen raised."""
        self._shown = ()
        self._steering.resume(session)
        # An exception does not come out of a signal; asked again directly, it does.
        self._show_session(self._steering.session)

    def look_at_clock(self) -> None:
        """Ask whether somebody is still there, or end; called every second."""
        if self._steering.idle is IdleState.GONE:
            self._steering.end()
        else:
            self._show_session(self.session)

    def print_sheet(self) -> None:
        """Print the sheet that is previewed and follow it, for the tour; touches do it alone."""
        self._maker().print_sheet()
        self._maker().look_at_printer()

    def wait_for_work(self) -> None:
        """Wait until no sheet is being made or printed."""
        if self._sheet_maker is not None:
            self._sheet_maker.wait()

    def _show_session(self, session: Session) -> None:
        idle = self._steering.idle
        looks = (*_looks_of(session), idle)
        if idle is IdleState.ALERT and looks == self._shown and self._alert is not None:
            self._alert.show_seconds(self._steering.seconds_left)
        if looks == self._shown or not self._is_sized:
            return
        is_wide = self.width() > self.height()
        stage = Stage(self.kit, self._visiting.visit(session), self._steering, is_wide=is_wide)
        frame = Frame(stage, self._scene_of(stage, idle), self.width(), self.height())
        self._keep_spot(session)
        self._shown = looks
        self._spot_key = _spot_key(session) if idle is IdleState.PRESENT else None
        self.show_frame(frame)

    def _scene_of(self, stage: Stage, idle: IdleState) -> Scene:
        match idle:
            case IdleState.ALERT:
                return self._alert_scene(stage)
            case IdleState.COVERED:
                return cover.build(stage)
            case _:
                return self._scene(stage)

    def _alert_scene(self, stage: Stage) -> Scene:
        self._alert = IdleAlert(stage, self._steering.seconds_left)
        return self._alert.scene

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

    def show_frame(self, frame: Frame) -> None:
        """Put this in place of what is shown; the window takes it over."""
        # Qt would hand the focus of what goes to whatever comes next.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        old, self._frame = self._frame, frame
        self._box.addWidget(frame)
        if old is not None:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        # Shown now and not with the next event, so that it has its size and can be scrolled.
        frame.show()
        self._box.activate()
        if self._spot_key in self._spots:
            frame.return_to(self._spots[self._spot_key])

    def _keep_spot(self, following: Session) -> None:
        """Remember where somebody was; a step further begins at the top of what comes."""
        depth = len(following.trail)
        if self._spot_key is not None and self._spot_key[0] < depth:
            self._spots = {key: spot for key, spot in self._spots.items() if key[0] < depth}
        if self._frame is not None and self._spot_key is not None:
            self._spots[self._spot_key] = self._frame.spot

    def _on_steering_ended(self) -> None:
        self._spots.clear()
        self._spot_key = None
        self._first_kit.engine.forget()
        QApplication.clipboard().clear()
        if self._sheet_maker is not None:
            self._sheet_maker.forget()
        # What nobody holds any more goes too, once the first screen is there again.
        QTimer.singleShot(0, gc.collect)

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _REFUSED:
            return True
        if event.type() in _PRESENCE and event.spontaneous():
            is_away = self._steering.idle in (IdleState.ALERT, IdleState.COVERED)
            self._steering.touched()
            if is_away:
                # It says "I am still here" and nothing else, wherever it fell.
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._first_kit.icons.load)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._is_sized, self._shown = True, ()
        self._show_session(self.session)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._locked:
            event.ignore()


def _spot_key(session: Session) -> _SpotKey:
    """Which screen of the way this is; words typed on it do not make it another."""
    place = session.place
    return (len(session.trail), place.screen, "" if place.screen.is_typed_on else place.subject)


def _looks_of(session: Session) -> tuple[object, ...]:
    """Everything a screen depends on but the answers and words typed, which it shows by itself."""
    return (
        _spot_key(session),
        session.language,
        session.text_size,
        session.contrast,
        session.host,
        session.origin,
        session.only_i_see_it,
        session.sheet_also,
        session.large_print,
        session.print_answers,
        session.hearing.is_on,
    )
