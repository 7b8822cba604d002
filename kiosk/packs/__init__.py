"""Pack sources → problems and compiled packs; translations as PO files; new packs.

For the command line and the editor only: importing it brings SQLite tools and Babel along.
"""

from kiosk.packs.building import BuildReport, build
from kiosk.packs.checking import CheckReport, check
from kiosk.packs.coverage import Coverage, coverage
from kiosk.packs.golden_cases import case_from, programmes_of, verify_cases
from kiosk.packs.rules import Rule
from kiosk.packs.scaffolding import create
from kiosk.packs.source import SourcePack
from kiosk.packs.translating import (
    export_catalogue,
    fill_translations,
    import_catalogue,
    untranslated,
    update_translations,
)

__all__ = [
    "BuildReport",
    "CheckReport",
    "Coverage",
    "Rule",
    "SourcePack",
    "build",
    "case_from",
    "check",
    "coverage",
    "create",
    "export_catalogue",
    "fill_translations",
    "import_catalogue",
    "programmes_of",
    "untranslated",
    "update_translations",
    "verify_cases",
]
