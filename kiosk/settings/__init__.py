"""What one site declares about itself: where it stands, what it prints on, who runs it."""

from kiosk.settings.loading import load_site
from kiosk.settings.site import DeviceProfile, KeyMap, Site, SoundProfile

__all__ = ["DeviceProfile", "KeyMap", "Site", "SoundProfile", "load_site"]
