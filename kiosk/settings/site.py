"""The settings of a site, as values. Every default is safe for a kiosk nobody has set up yet."""

from dataclasses import dataclass, field

from kiosk.core.ids import CountryCode
from kiosk.core.kinds import ContentSet, CounsellorSex, Release, SiteType, SoundOutput
from kiosk.core.languages import LanguageTag
from kiosk.core.paper import Paper
from kiosk.core.session import TextSize


@dataclass(frozen=True)
class DeviceProfile:
    """The screen, measured and not believed: what it reports about itself is often wrong.

    `pixels_per_mm` is taken with a ruler, `viewing_distance_mm` from the eye to the glass.
    """

    pixels_per_mm: float = 4.0
    viewing_distance_mm: float = 600.0
    default_text_size: TextSize = TextSize.NORMAL


@dataclass(frozen=True)
class SoundProfile:
    """Where sound comes out and who speaks.

    `headset` is part of the name of the device a headset or handset shows up as, for sites whose
    `output` is a speaker; empty where there is none. `invitation_pause_s` is the silence in seconds
    between two invitations on the first screen, 0 for no invitation. `voice`: see docs/guides.
    """

    output: SoundOutput = SoundOutput.SPEAKER
    headset: str = ""
    invitation_pause_s: float = 0.0
    voice: str = "espeak-ng"


@dataclass(frozen=True)
class KeyMap:
    """Names of keys (Qt's, without `Key_`) of a keypad or of two switches, by what they do."""

    next: tuple[str, ...] = ("Right", "Down")
    previous: tuple[str, ...] = ("Left", "Up")
    select: tuple[str, ...] = ("Select", "Return", "Enter")
    louder: tuple[str, ...] = ("Plus", "VolumeUp")
    quieter: tuple[str, ...] = ("Minus", "VolumeDown")


@dataclass(frozen=True)
class Site:
    """One site. The state that runs it decides what a visitor from that state is told first.

    `host` presets the country where the visitor is. `languages` is the order on the first screen,
    empty for that of the pack `common`. `staff_languages` are spoken at the desk. `printer` is an
    address as in docs/printing.md; `printer_in_reach` is False when staff or others take the sheet
    out, and then only the discreet sheet is printed. `content_set` is what stands first, None for
    what fits the type. `counsellors` who can be asked for. `counts` is the file of totals, empty
    for no counting.
    """

    type: SiteType = SiteType.ONE_STOP
    run_by_state: CountryCode | None = None
    release: Release = Release.DEMO
    host: CountryCode | None = None
    languages: tuple[LanguageTag, ...] = ()
    staff_languages: tuple[LanguageTag, ...] = ()
    printer: str = "none:"
    printer_in_reach: bool = False
    paper: Paper = Paper.A4
    content_set: ContentSet | None = None
    counsellors: tuple[CounsellorSex, ...] = ()
    counts: str = ""
    device: DeviceProfile = field(default_factory=DeviceProfile)
    sound: SoundProfile = field(default_factory=SoundProfile)
    keys: KeyMap = field(default_factory=KeyMap)

    @property
    def shows(self) -> ContentSet:
        """What stands first here: as the site file says, else what fits its type."""
        return self.content_set or self.type.content_set
