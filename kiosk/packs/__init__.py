"""Pack sources → problems and compiled packs; translations as PO files; new packs.

For the command line and the editor only: importing it brings SQLite tools and Babel along.
"""

from kiosk.packs.building import BuildReport, build
from kiosk.packs.checking import CheckReport, check
from kiosk.packs.golden_cases import programmes_of, verify_cases
from kiosk.packs.rules import Rule
from kiosk.packs.scaffolding import create
from kiosk.packs.source import SourcePack
from kiosk.packs.translating import (
    export_catalogue,
    fill_translations,
    untranslated,
    update_translations,
)

__all__ = [
    "BuildReport",
    "CheckReport",
    "Rule",
    "SourcePack",
    "build",
    "check",
    "create",
    "export_catalogue",
    "fill_translations",
    "programmes_of",
    "untranslated",
    "update_translations",
    "verify_cases",
]
