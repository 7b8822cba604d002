"""`packs new`: a small pack that passes the check and shows where everything goes."""

from datetime import date, datetime
from pathlib import Path

from kiosk.core.countries import COUNTRIES
from kiosk.core.errors import EnvironmentProblem, UsageError
from kiosk.core.ids import CountryCode, is_slug
from kiosk.core.kinds import PackKind
from kiosk.packs.rules import Rule, quoted

_MANIFEST = """\
id = "{id}"
kind = "{kind}"
{country}title = "{id}"
version = "{released:%Y}.{released.month}.1"
released = {released}
owner = "not known"
source_language = "en"
languages = ["en"]
review_interval_days = 365
"""
_SOURCES = """\
# Where things were read. Every entry and every fact names one of these.
[[source]]
id = "first-source"
title = "The title of the page or paper"
publisher = "Who published it"
published = "undated"
checked = {released}
confidence = "secondary"
note = "Made by `packs new`: replace it."
"""
_TOPIC = """\
+++
id = "first-topic"
title = "A first page"
summary = "What this page tells, in one sentence."
section = "country"
sources = ["first-source"]
checked = {released}
+++

{{#not-known}}
Nothing is known yet. Ask the staff.
"""


def create(
    folder: Path,
    kind: PackKind,
    country: CountryCode | None = None,
    released: date | None = None,
) -> Path:
    """A new pack in `folder`, which must not be there; its name becomes the id. Returns it.

    One source, one topic. `released` is today where absent. UsageError for a wrong id, country or
    kind, or a name that is taken; EnvironmentProblem when the disk does not take it.
    """
    pack_id = folder.resolve().name
    _check(folder, pack_id, kind, country)
    released = released or datetime.now().astimezone().date()
    line = f'country = "{country}"\n' if country else ""
    values = {"id": pack_id, "kind": kind.value, "country": line, "released": released}
    try:
        (folder / "topics").mkdir(parents=True)
        (folder / "pack.toml").write_text(_MANIFEST.format(**values), encoding="utf-8")
        (folder / "sources.toml").write_text(_SOURCES.format(**values), encoding="utf-8")
        (folder / "topics" / "first-topic.md").write_text(_TOPIC.format(**values), encoding="utf-8")
    except OSError as error:
        raise EnvironmentProblem(f"{folder}: {error.strerror}; name another folder") from error
    return folder


def _check(folder: Path, pack_id: str, kind: PackKind, country: CountryCode | None) -> None:
    if not is_slug(pack_id):
        raise UsageError(f"{quoted(pack_id)} is no pack id; use lower-case words with hyphens")
    if folder.exists():
        raise UsageError(f"{folder}: it is there already; use another id")
    if kind.needs_country and not country:
        raise UsageError(f"a {kind.value} pack needs a country; give its two letters")
    if country and not kind.needs_country:
        raise UsageError(f"a {kind.value} pack has no country; leave it out")
    if country and country not in COUNTRIES:
        raise UsageError(f"no country {quoted(country)}; {Rule.UNKNOWN_COUNTRY.way_out}")
    if kind is PackKind.COMMON or pack_id == PackKind.COMMON.value:
        raise UsageError("there is one pack of kind common; make a host, origin, region or site")
