"""Pack sources → problems and compiled packs; translations as PO files; new packs.

For the command line and the editor only: importing it brings SQLite tools and Babel along.
"""

from kiosk.packs.audio_drafts import (
    Draft,
    Line,
    draft_of,
    lines_of,
    safety_contexts,
    write_list,
    write_sound,
)
from kiosk.packs.building import BuildReport, build
from kiosk.packs.checking import CheckReport, check
from kiosk.packs.coverage import Coverage, coverage
from kiosk.packs.golden_cases import case_from, programmes_of, verify_cases
from kiosk.packs.reading import read_packs
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
    "Draft",
    "Line",
    "Rule",
    "SourcePack",
    "build",
    "case_from",
    "check",
    "coverage",
    "create",
    "draft_of",
    "export_catalogue",
    "fill_translations",
    "import_catalogue",
    "lines_of",
    "programmes_of",
    "read_packs",
    "safety_contexts",
    "untranslated",
    "update_translations",
    "verify_cases",
    "write_list",
    "write_sound",
]
