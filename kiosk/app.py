"""Composition root: looks at the machine, opens what the program needs, hands it down.

Without a `QGuiApplication`, a display or a usable platform plugin Qt aborts the process and nothing
can be caught, so the platform is chosen here before Qt is asked.
"""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

from kiosk.core.errors import ContentError, EnvironmentProblem
from kiosk.core.languages import LANGUAGES, LanguageTag
from kiosk.i18n.translator import Translators
from kiosk.library import Library
from kiosk.services.counting import NoTally, Tally, open_tally
from kiosk.services.visiting import Visiting
from kiosk.settings import Site, load_site
from kiosk.text import TextEngine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kiosk.gui.kit.context import Kit
    from kiosk.gui.visitor.listening.ports import SoundPorts
    from kiosk.gui.visitor.sheet_maker import SheetMaker
    from kiosk.gui.visitor.teller import Teller
    from kiosk.gui.visitor.window import KioskWindow
    from kiosk.services.handouts import Press
    from kiosk.services.speaking import Narrator

ROOT = Path(__file__).resolve().parent.parent
PACKS = ROOT / "build" / "packs"
CATALOGUES = ROOT / "build" / "locale"
CONTENT = ROOT / "content"
DEMO_SITE = CONTENT / "sites" / "demo.toml"
_KNOWN_MESSAGES = (
    "propagateSizeHints",  # the offscreen platform says so of itself
    "PulseAudioService: pa_context_connect() failed",  # no sound: `doctor` says so in words
    "No audio device detected",
)


def has_display(environment: Mapping[str, str]) -> bool:
    """True when a window can be opened: a display is named and Qt was not told to go without."""
    platform = environment.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform.split(":")[0] not in ("offscreen", "minimal")
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


@dataclass(frozen=True)
class Context:
    """Everything opened, immutable: what a command or a window works with."""

    site: Site
    library: Library
    translators: Translators
    as_of: date

    @cached_property
    def tally(self) -> Tally:
        """Where totals are kept. Counting that cannot be done must keep no kiosk shut."""
        try:
            return open_tally(self.site.counts)
        except EnvironmentProblem as problem:
            sys.stderr.write(f"nothing is counted: {problem}\n")
            return NoTally()

    @cached_property
    def visiting(self) -> Visiting:
        """Visits to the content."""
        return Visiting(
            self.library, self.translators, self.site, as_of=self.as_of, tally=self.tally
        )

    @cached_property
    def engine(self) -> TextEngine:
        """The text engine; needs a Qt application, see `open_offscreen`."""
        return TextEngine()

    @cached_property
    def narrator(self) -> "Narrator":
        """Says what is written: as it was recorded, else by the site's voice."""
        from kiosk.services.speaking import AllRecordings, Narrator, WordRecordings, open_voice

        of_packs = self.library.recordings(self.site.release)
        recordings = AllRecordings(of_packs, WordRecordings(CATALOGUES))
        return Narrator(recordings, open_voice(self.site.sound.voice))

    @cached_property
    def press(self) -> "Press":
        """Makes sheets."""
        from kiosk.services.handouts import Press

        return Press(
            self.library,
            self.translators,
            self.engine,
            as_of=self.as_of,
            release=self.site.release,
        )


def open_context(site_file: Path | None = None, as_of: date | None = None) -> Context:
    """Open site file, compiled packs and catalogues.

    Raises ContentError for a wrong site file, EnvironmentProblem when packs are missing.
    """
    site, problems = load_site(site_file or DEMO_SITE)
    if problems.errors:
        raise ContentError(str(problems.errors[0]))
    translators = Translators(CATALOGUES)
    return Context(
        site=site,
        library=Library.open(PACKS, _NotKnown(translators)),
        translators=translators,
        as_of=as_of or datetime.now().astimezone().date(),
    )


def output_folder(folder: Path) -> Path:
    """The folder, made if need be.

    Raises EnvironmentProblem when it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentProblem(
            f"{folder}: cannot make this folder ({error.strerror}): choose another with -o"
        ) from error
    return folder


class _NotKnown(Mapping[LanguageTag, str]):
    """The words "not known" in each language, read when they are wanted."""

    def __init__(self, translators: Translators) -> None:
        self._translators = translators

    def __getitem__(self, tag: LanguageTag) -> str:
        return self._translators.for_language(tag).gettext("not known")

    def __iter__(self) -> Iterator[LanguageTag]:
        return iter(LANGUAGES)

    def __len__(self) -> int:
        return len(LANGUAGES)


def open_qt(*, offscreen: bool) -> "QApplication":
    """The Qt application; keep it alive. Ask `has_display` first: Qt aborts without a display."""
    if offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    qInstallMessageHandler(_on_qt_message)
    sys.excepthook = _on_uncaught
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication(sys.argv[:1])


def make_kiosk(
    context: Context, *, locked: bool, reduced_motion: bool = False, is_silent: bool = False
) -> "KioskWindow":
    """The visitor's window, not yet shown; needs a Qt application.

    `is_silent`: it does everything that goes with speaking, and nothing is heard.
    """
    from PySide6.QtCore import QCoreApplication

    from kiosk.gui.visitor.links_refused import refuse_links
    from kiosk.gui.visitor.steering import Steering
    from kiosk.gui.visitor.teller import Teller
    from kiosk.gui.visitor.window import KioskWindow

    application = QCoreApplication.instance()
    if locked and application is not None:
        refuse_links(application)
    offered = context.library.languages
    first = next((tag for tag in context.site.languages if tag in offered), offered[0])
    steering = Steering(context.site, first, monotonic, context.visiting.is_private)
    # Whoever tries it out in a window is not counted.
    teller = Teller(context.tally if locked else NoTally(), steering)
    return KioskWindow(
        context.visiting,
        _first_kit(context, first, reduced_motion=reduced_motion),
        _sheet_maker(context, teller),
        steering,
        sound=_sound_ports(context, is_silent=is_silent),
        locked=locked,
    )


def _first_kit(context: Context, first: LanguageTag, *, reduced_motion: bool) -> "Kit":
    """How everything looks at this site before anybody chooses otherwise."""
    from kiosk.gui.kit.context import Kit
    from kiosk.gui.kit.theme import Theme

    device = context.site.device
    theme = Theme(
        pixels_per_mm=device.pixels_per_mm,
        viewing_distance_mm=device.viewing_distance_mm,
        reduced_motion=reduced_motion,
    )
    words = context.translators.for_language(first)
    return Kit.make(theme, LANGUAGES[first], words, context.engine)


def _sheet_maker(context: Context, teller: "Teller") -> "Callable[[], SheetMaker]":
    """What makes and prints sheets; read and connected when the first one is wanted."""
    from kiosk.gui.jobs import JobRunner

    runner = JobRunner()

    def make() -> "SheetMaker":
        from kiosk.gui.visitor.sheet_maker import SheetMaker
        from kiosk.printing.printers import connect
        from kiosk.services.print_jobs import PrintDesk

        desk = PrintDesk(connect(context.site.printer))
        maker = SheetMaker(context.press, desk, runner, monotonic)
        teller.follow(maker)
        return maker

    return make


def _sound_ports(context: Context, *, is_silent: bool) -> "SoundPorts":
    """What speaks and plays; nothing of it is loaded before the first screen was painted.

    `is_silent`: as on a machine with a speaker that nobody hears.
    """
    from kiosk.gui.jobs import JobRunner
    from kiosk.gui.kit.sound.outputs import MemoryOutputs, Outputs, QtOutputs
    from kiosk.gui.kit.sound.player import MemoryPlayer, Player, QtPlayer
    from kiosk.gui.visitor.listening.ports import SoundPorts

    profile = context.site.sound

    def open_narrator() -> "Narrator":
        return context.narrator

    def make_outputs() -> Outputs:
        return MemoryOutputs(profile, "Speaker") if is_silent else QtOutputs(profile)

    def make_player() -> Player:
        return MemoryPlayer() if is_silent else QtPlayer()

    # A sheet in the making or a printer that does not answer must not keep a voice waiting.
    runner = JobRunner(sweeps=False)
    return SoundPorts(open_narrator, make_player, make_outputs, runner, monotonic)


def has_sound() -> bool:
    """True when the machine has a sound output; needs a Qt application."""
    from PySide6.QtCore import QLoggingCategory

    # It names every library it can do without as it looks for them, which helps nobody.
    QLoggingCategory.setFilterRules("qt.multimedia*=false")
    from PySide6.QtMultimedia import QMediaDevices

    return bool(QMediaDevices.audioOutputs())


def _on_qt_message(_kind: object, _context: object, message: str) -> None:
    """Qt's own messages: one line each, without what `doctor` or nobody needs to read twice."""
    if not any(known in message for known in _KNOWN_MESSAGES):
        sys.stderr.write(f"qt: {message}\n")


def _on_uncaught(
    kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    """Exceptions in slots come out here, not of `emit`: one line, and the loop goes on."""
    where = _trace_end(_trace)
    sys.stderr.write(f"this is a bug, please report it: {kind.__name__}: {error} ({where})\n")


def _trace_end(trace: TracebackType | None) -> str:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "no place"
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
