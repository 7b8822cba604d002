"""The settings of a site, as values. Every default is safe for a kiosk nobody has set up yet."""

from dataclasses import dataclass, field

from kiosk.core.ids import CountryCode
from kiosk.core.kinds import Release, SiteType
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
class Site:
    """One site. The state that runs it decides what a visitor from that state is told first.

    `host` presets the country where the visitor is. `languages` is the order on the first screen,
    empty for that of the pack `common`. `staff_languages` are spoken at the desk. `printer` is an
    address as in docs/operator; `printer_in_reach` is False when staff or others take the sheet
    out, and then only the discreet sheet is printed.
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
    device: DeviceProfile = field(default_factory=DeviceProfile)
