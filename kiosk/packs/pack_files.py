"""`pack.toml`, `sources.toml` and `facts.toml` read into values."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from kiosk.core.facts import Confidence, Fact, FactType, OnExpiry, Sensitivity, Source
from kiosk.core.ids import CountryCode, FactId, LanguageTag, PackId, RegionCode, SourceId
from kiosk.core.kinds import PackKind
from kiosk.core.languages import LANGUAGES
from kiosk.core.problems import Problems
from kiosk.packs import toml_lines
from kiosk.packs.fact_values import canonical_value, check_unit
from kiosk.packs.files import PACK_FILE, SourceFile, TomlFile, parse_toml
from kiosk.packs.manifest import ManifestTable, RegionTable
from kiosk.packs.rules import Rule, quoted
from kiosk.packs.source import (
    Manifest,
    Message,
    Place,
    Reference,
    Region,
    SourcedFact,
    SourcedSource,
)
from kiosk.packs.tables import FACT_ID, Reading, TableReader
