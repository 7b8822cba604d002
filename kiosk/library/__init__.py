"""The compiled packs on this machine: open them, read them in one language on one day, search."""

from kiosk.library.edition import Edition, Shelf
from kiosk.library.hits import Hit
from kiosk.library.library import Library
from kiosk.library.pack_file import PackInfo
from kiosk.library.recordings import PackRecordings

__all__ = ["Edition", "Hit", "Library", "PackInfo", "PackRecordings", "Shelf"]
