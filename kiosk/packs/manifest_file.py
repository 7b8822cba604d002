"""`pack.toml` read: what the pack is, its languages, the regions a person may choose."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.core.ids import CountryCode, LanguageTag, PackId, RegionCode
from kiosk.core.kinds import PackKind
from kiosk.core.problems import Problems
from kiosk.core.texts import Text
from kiosk.packs.files import PACK_FILE, SourceFile, TomlFile, parse_toml
from kiosk.packs.geography import is_region
from kiosk.packs.overlay_tables import read_hides, read_replacements
from kiosk.packs.rules import Rule, quoted
from kiosk.packs.source import Manifest, Message, Region
from kiosk.packs.tables import Reading, TableReader

_VERSION = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})*")
_REVIEW_DAYS = range(1, 3651)
_DEFAULT_REVIEW_DAYS = 365
_COMMON = "common"


@dataclass(frozen=True, kw_only=True)
class _ManifestTable:
    id: str
    kind: PackKind
    title: Text
    version: str
    released: date
    owner: str
    source_language: LanguageTag
    languages: tuple[LanguageTag, ...]
    country: CountryCode | None = None
    review_interval_days: int = _DEFAULT_REVIEW_DAYS


@dataclass(frozen=True)
class _RegionTable:
    code: str
    name: Text


def read_manifest(
    folder: Path, files: Mapping[str, SourceFile], problems: Problems
) -> tuple[Manifest, tuple[Message, ...]]:
    """The manifest and its texts. What is missing or wrong is a problem and has a stand-in."""
    name = folder.resolve().name
    stand_in = Manifest(id=PackId(name))
    file = files.get(PACK_FILE)
    if file is None:
        problems.add(Rule.NO_PACK.problem(folder, 0, f"{PACK_FILE} is missing or unusable"))
        return stand_in, ()
    toml = parse_toml(file.path, file.text, problems)
    if toml is None:
        return stand_in, ()
    return _ManifestReader(toml, name, problems).read()


class _ManifestReader:
    def __init__(self, toml: TomlFile, folder_name: str, problems: Problems) -> None:
        self._toml = toml
        self._folder_name = folder_name
        self._reading = Reading(PackId(folder_name), problems)
        self._reader = TableReader(toml, self._reading)

    def read(self) -> tuple[Manifest, tuple[Message, ...]]:
        pack_id = self._reader.slug(self._toml.data, ())
        record = self._reader.read(
            _ManifestTable, self._toml.data, (), "pack", extra=("id", "region", "hide", "replace")
        )
        regions = self._regions()
        manifest = self._manifest(PackId(pack_id or self._folder_name), record, regions)
        if pack_id is not None and pack_id != self._folder_name:
            message = f"id is {quoted(pack_id)}, the folder is {quoted(self._folder_name)}"
            self._fail(Rule.FOLDER_NAME, "id", message)
        self._check(manifest, record)
        return manifest, tuple(self._reading.messages)

    def _manifest(
        self, pack_id: PackId, record: Mapping[str, Any], regions: tuple[Region, ...]
    ) -> Manifest:
        country = record.get("country")
        languages = tuple(dict.fromkeys(record.get("languages", ())))
        source_language = LanguageTag(record.get("source_language", "en"))
        interval = record.get("review_interval_days", _DEFAULT_REVIEW_DAYS)
        title = next((m.text for m in self._reading.messages if m.context == "pack/title"), "")
        return Manifest(
            id=pack_id,
            kind=PackKind(record.get("kind", PackKind.COMMON.value)),
            country=None if country is None else CountryCode(country),
            title=title,
            version=record.get("version", "0"),
            released=date.fromisoformat(record.get("released", "1970-01-01")),
            owner=record.get("owner", ""),
            source_language=source_language,
            languages=languages or (source_language,),
            review_interval_days=interval if interval in _REVIEW_DAYS else _DEFAULT_REVIEW_DAYS,
            regions=regions,
            hides=read_hides(self._reader),
            replaces=read_replacements(self._reader, self._reading, pack_id),
            lines=self._reader.key_lines(self._toml.data, ()),
        )

    def _regions(self) -> tuple[Region, ...]:
        regions: dict[str, Region] = {}
        for table, path in self._reader.tables("region"):
            untrusted_code = table.get("code")
            context = f"region-{untrusted_code if isinstance(untrusted_code, str) else '?'}"
            record = self._reader.read(_RegionTable, table, path, context)
            if "code" not in record or "name" not in record:
                continue
            code = record["code"]
            place = self._reader.place(*path, "code")
            country = self._toml.data.get("country")
            if not is_region(code):
                self._reading.fail(Rule.UNKNOWN_REGION, place, f"{quoted(code)} is no region")
            elif code in regions:
                self._reading.fail(Rule.DUPLICATE_ID, place, f"{quoted(code)} stands twice")
            elif not code.startswith(f"{country}-"):
                self._reading.fail(Rule.STRAY_REGION, place, f"{code} is not in {country}")
            name = self._reading.messages[-1].text
            regions[code] = Region(RegionCode(code), name)
        return tuple(regions.values())

    def _check(self, manifest: Manifest, record: Mapping[str, Any]) -> None:
        kind = manifest.kind
        if kind.needs_country and "country" not in self._toml.data:
            self._fail(Rule.MISSING_COUNTRY, "kind", f"a {kind.value} pack names its country")
        if not kind.needs_country and "country" in self._toml.data:
            self._fail(Rule.STRAY_COUNTRY, "country", f"a {kind.value} pack has no country")
        if manifest.regions and kind is not PackKind.ORIGIN:
            self._fail(Rule.STRAY_REGION, "region", f"a {kind.value} pack declares no regions")
        if "version" in record and not _VERSION.fullmatch(manifest.version):
            self._fail(Rule.BAD_VERSION, "version", f"{quoted(manifest.version)} is no version")
        if "languages" in record and manifest.source_language not in manifest.languages:
            message = f"{manifest.source_language} is not among the languages"
            self._fail(Rule.SOURCE_LANGUAGE, "source_language", message)
        interval = record.get("review_interval_days", _DEFAULT_REVIEW_DAYS)
        if interval not in _REVIEW_DAYS:
            message = f"{interval} days are no review interval"
            self._fail(Rule.BAD_VALUE, "review_interval_days", message, "write 1 to 3650")
        self._check_common(manifest, record)

    def _check_common(self, manifest: Manifest, record: Mapping[str, Any]) -> None:
        """There is one pack of kind common, and it is called so: the safety core hangs on both."""
        is_common = manifest.id == _COMMON
        if "kind" in record and is_common is not (manifest.kind is PackKind.COMMON):
            message = f"the pack {quoted(manifest.id)} is of kind {manifest.kind.value}"
            way_out = f'only "{_COMMON}" is of kind {PackKind.COMMON.value}'
            self._fail(Rule.UNKNOWN_VALUE, "kind", message, way_out)

    def _fail(self, rule: Rule, key: str, message: str, way_out: str = "") -> None:
        self._reading.fail(rule, self._reader.place(key), message, way_out)
