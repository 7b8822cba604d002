"""The kiosk's window: shows the screen of the session of the moment and nothing else."""

import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from kiosk.core.errors import KioskError
from kiosk.core.languages import LANGUAGES, LanguageTag
from kiosk.core.session import IdleState, Screen, Session
from kiosk.gui.kit.context import Kit
from kiosk.gui.reading.aloud_ring import ReadingRing
from kiosk.gui.visitor import cover, missing
from kiosk.gui.visitor.frame import Frame, Spot
from kiosk.gui.visitor.idle_alert import IdleAlert
from kiosk.gui.visitor.listening import others
from kiosk.gui.visitor.listening.listening import Listening
from kiosk.gui.visitor.listening.ports import SoundPorts
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.gui.visitor.screens import builder_of, read_one_by_one
from kiosk.gui.visitor.steering import Steering
from kiosk.services.visiting import Visit, Visiting

if TYPE_CHECKING:
    from kiosk.gui.visitor.sheet_maker import SheetMaker

_TICK_MILLISECONDS = 1000
_SOUND_AFTER_MILLISECONDS = 300

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
        make_sheet_maker: "Callable[[], SheetMaker]",
        steering: Steering,
        *,
        sound: SoundPorts | None = None,
        locked: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`kit` is of the first language; `make_sheet_maker` is called when a sheet is wanted."""
        super().__init__(parent)
        self._listening = Listening(sound, steering, visiting, self)
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
        self._swallowed = False
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
        self._screens = read_one_by_one()
        self._unread = QTimer(self)

    def _connect(self) -> None:
        self._steering.changed.connect(self._on_steering_changed)
        self._steering.ended.connect(self._on_steering_ended)
        self._timer.timeout.connect(self.look_at_clock)
        self._unread.timeout.connect(self._on_unread_timeout)
        self._listening.changed.connect(self._show_again)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._timer.start()

    @property
    def frame(self) -> Frame | None:
        """The screen shown; None before the window has a size."""
        return self._frame

    @property
    def listening(self) -> Listening:
        """What is heard; opens by itself once the window has been painted."""
        return self._listening

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
        # An exception does not come out of a signal; asked directly, it does.
        self._steering.changed.disconnect(self._on_steering_changed)
        self._steering.resume(session)
        self._steering.changed.connect(self._on_steering_changed)
        self._show_session(self._steering.session)

    def look_at_clock(self) -> None:
        """Ask whether somebody is still there, or end; called every second."""
        self._listening.look_at_clock()
        if self._steering.idle is IdleState.GONE:
            self._steering.end()
        else:
            self._show_again()

    def print_sheet(self) -> None:
        """Print the sheet that is previewed and follow it, for the tour; touches do it alone."""
        self._maker().print_sheet()
        self._maker().look_at_printer()

    def wait_for_work(self) -> None:
        """Wait until nothing is being made, printed or prepared to be said."""
        self._listening.wait()
        if self._sheet_maker is not None:
            self._sheet_maker.wait()

    def _on_steering_changed(self, session: Session) -> None:
        """Show it; a screen that content or a device will not let be built leaves a way on."""
        try:
            self._show_session(session)
        except (KioskError, LookupError) as error:
            # One line for the operator, as for everything that goes wrong in a slot.
            sys.excepthook(type(error), error, error.__traceback__)
            self._show_apology(session)

    def _show_apology(self, session: Session) -> None:
        stage = self._stage(session)
        frame = Frame(stage, missing.build_broken(stage), self.width(), self.height())
        idle = self._steering.idle
        self._shown = (*_looks_of(session), idle, self._listening.looks(session))
        self._spot_key = None
        self.show_frame(frame)
        self._listening.follow(frame, ReadingRing(stage.kit, frame), idle)

    def _show_again(self) -> None:
        self._show_session(self.session)

    def _show_session(self, session: Session) -> None:
        idle = self._steering.idle
        looks = (*_looks_of(session), idle, self._listening.looks(session))
        if idle is IdleState.ALERT and looks == self._shown and self._alert is not None:
            self._alert.show_seconds(self._steering.seconds_left)
        if looks == self._shown or not self._is_sized:
            return
        stage = self._stage(session)
        frame = Frame(stage, self._scene_of(stage, idle), self.width(), self.height())
        self._keep_spot(session)
        self._shown = looks
        self._spot_key = _spot_key(session) if idle is IdleState.PRESENT else None
        self.show_frame(frame)
        self._listening.follow(frame, ReadingRing(stage.kit, frame), idle)

    def _stage(self, session: Session) -> Stage:
        return Stage(
            self.kit,
            self._visiting.visit(session),
            self._steering,
            self._maker,
            is_wide=self.width() > self.height(),
            listen=self._listening.way(session),
            listening=self._listening,
        )

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
        # Bare, so that what was hidden stays hidden; a touch anywhere means the same here.
        return replace(self._alert.scene, is_bare=True)

    def _scene(self, stage: Stage) -> Scene:
        session = stage.visit.session
        if self._listening.must_ask(session):
            return others.build(stage)
        return builder_of(session.place.screen)(stage)

    def _maker(self) -> "SheetMaker":
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

    def _on_unread_timeout(self) -> None:
        """One more screen is read while nothing else is to do."""
        if next(self._screens, self) is self:
            self._unread.stop()

    def _on_steering_ended(self) -> None:
        self._spots.clear()
        self._spot_key = None
        self._first_kit.engine.forget()
        QApplication.clipboard().clear()
        if self._sheet_maker is not None:
            self._sheet_maker.forget()
        self._listening.forget()
        # What nobody holds any more goes too, once the first screen is there again.
        QTimer.singleShot(0, gc.collect)

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _REFUSED:
            return True
        if event.type() is QEvent.Type.MouseButtonDblClick and self._swallowed:
            # The second half of that touch, from a hand that trembles.
            return True
        if event.type() in _PRESENCE and event.spontaneous():
            is_away = self._steering.idle in (IdleState.ALERT, IdleState.COVERED)
            self._steering.touched()
            # It says "I am still here" and nothing else, wherever it fell.
            self._swallowed = is_away or self._listening.takes(watched, event)
            if self._swallowed:
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._first_kit.icons.load)
            self._unread.start()
            QTimer.singleShot(_SOUND_AFTER_MILLISECONDS, self._listening.open)

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
    )
