"""Compiled packs: complete, the same bytes every time, never half there."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.entries import ENTRY_TYPES, EntryKind
from kiosk.core.errors import EnvironmentProblem
from kiosk.core.facts import Fact, FactStatus, FactType, ShownFact
from kiosk.core.ids import BlockId, FactId, LanguageTag, SourceId
from kiosk.core.records import decode
from kiosk.core.texts import Block, BlockKind, Text
from kiosk.packs import (
    build,
    case_from,
    check,
    fill_translations,
    programmes_of,
    verify_cases,
)
from tests.packs.examples import DOC, RELEASED, edit, write_examples

AR, KM = LanguageTag("ar"), LanguageTag("km")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_examples(tmp_path / "content")


def _rows(path: Path, query: str, *values: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as found:
        return list(found.execute(query, values))


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def _without_common(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.iterdir()) if path.name != "common"]


def test_the_same_bytes_wherever_and_whenever(folder: Path, tmp_path: Path) -> None:
    build(_without_common(folder), tmp_path / "one")
    elsewhere = tmp_path / "an other place"
    shutil.copytree(folder, elsewhere)
    for path in elsewhere.rglob("*"):
        os.utime(path, (1, 1))
    code = "import sys; from pathlib import Path; from kiosk.packs import build; build("
    code += "[Path(p) for p in sys.argv[2:]], Path(sys.argv[1]))"
    arguments = [str(tmp_path / "two"), *map(str, reversed(_without_common(elsewhere)))]
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Phnom_Penh"}
    subprocess.run(
        [sys.executable, "-c", code, *arguments], check=True, cwd=DOC.parents[1], env=environment
    )
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "two")
    assert len(_bytes(tmp_path / "one")) == 3


def test_only_what_changed_is_made_again(folder: Path, tmp_path: Path) -> None:
    packs, out = _without_common(folder), tmp_path / "out"
    assert build(packs, out).built == ("host-es", "origin-ec", "site-quito")
    stamps = {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
    edit(folder / "origin-ec" / "pack.toml", "coming home", "at home")
    report = build(packs, out)
    assert (report.built, report.unchanged) == (("origin-ec",), ("host-es", "site-quito"))
    changed = {path.name for path in out.iterdir() if path.stat().st_mtime_ns != stamps[path.name]}
    assert changed == {"origin-ec.pack"}


def test_a_damaged_pack_is_made_again(folder: Path, tmp_path: Path) -> None:
    packs, out = _without_common(folder), tmp_path / "out"
    build(packs, out)
    whole = _bytes(out)
    (out / "host-es.pack").write_bytes(b"not a database")
    (out / "origin-ec.pack").write_bytes(b"")
    assert build(packs, out).built == ("host-es", "origin-ec")
    assert _bytes(out) == whole


def test_a_pack_with_errors_is_refused_and_the_others_are_built(
    folder: Path, tmp_path: Path
) -> None:
    packs, out = _without_common(folder), tmp_path / "out"
    build(packs, out)
    before = _bytes(out)
    edit(folder / "host-es" / "services.toml", "run_by", "runby")
    edit(folder / "origin-ec" / "pack.toml", "coming home", "at home")
    report = build(packs, out)
    assert (report.refused, report.built) == (("host-es",), ("origin-ec",))
    assert _bytes(out)["host-es.pack"] == before["host-es.pack"]
    assert _bytes(out)["origin-ec.pack"] != before["origin-ec.pack"]


def test_a_failing_golden_case_refuses_the_pack(folder: Path, tmp_path: Path) -> None:
    edit(folder / "host-es" / "cases.toml", 'age = "adult"', 'age = "under_18_alone"')
    report = build([folder / "host-es"], tmp_path / "out")
    assert report.refused == ("host-es",)
    assert not (tmp_path / "out" / "host-es.pack").exists()


def test_a_folder_that_takes_no_files_is_an_environment_problem(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(EnvironmentProblem, match="out"):
        build([folder / "host-es"], tmp_path / "out")


def test_nothing_half_written_is_left(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / ".host-es.pack.new").write_bytes(b"of a build that was killed")
    (out / "origin-ec.pack").mkdir()  # cannot be replaced by a file
    with pytest.raises(EnvironmentProblem):
        build(_without_common(folder), out)
    assert sorted(path.name for path in out.iterdir()) == ["host-es.pack", "origin-ec.pack"]


def test_a_pack_says_what_it_is(folder: Path, tmp_path: Path) -> None:
    build(_without_common(folder), tmp_path)
    about = dict(_rows(tmp_path / "host-es.pack", "SELECT key, value FROM pack"))
    assert about["format"] == "2"
    assert (about["id"], about["country"], about["released"]) == ("host-es", "ES", "2026-11-21")
    assert json.loads(about["languages"]) == ["en", "fr", "es", "ar", "km"]
    assert len(about["sha256"]) == 64
    origin = dict(_rows(tmp_path / "origin-ec.pack", "SELECT key, value FROM pack"))
    assert json.loads(origin["regions"]) == ["EC-P"]
    site = dict(_rows(tmp_path / "site-quito.pack", "SELECT key, value FROM pack"))
    assert json.loads(site["hides"]) == ["host-es/course-cooking"]


class _Resolver:
    """Every text is its context: enough to see that records can be read."""

    def text(self, context: str) -> Text:
        return Text(context, LanguageTag("en"))

    def fact(self, fact_id: str) -> ShownFact:
        return ShownFact(
            FactId(fact_id), FactType.URL, "", FactStatus.CURRENT, RELEASED, SourceId("")
        )

    def block(self, context: str) -> Block:
        return Block(BlockId(context), BlockKind.PARAGRAPH, (), LanguageTag("en"))


def test_every_record_can_be_read_again(folder: Path, tmp_path: Path) -> None:
    build([folder / "host-es"], tmp_path)
    path = tmp_path / "host-es.pack"
    kinds = set()
    texts = {context for (context,) in _rows(path, "SELECT context FROM texts")}
    for kind, record in _rows(path, "SELECT kind, record FROM entries"):
        entry = decode(ENTRY_TYPES[EntryKind(kind)], json.loads(record), _Resolver())
        kinds.add(kind)
        assert entry.sources == ("host-es/sepe-apre",)
        words = getattr(entry, "title", None) or getattr(entry, "name", None)
        assert str(words) in texts
    assert kinds == {"topic", "programme", "service", "agreement", "opportunity"}
    (record,) = _rows(path, "SELECT record FROM facts WHERE id = 'host-es/apre_ban'")[0]
    fact = decode(Fact, json.loads(record), _Resolver())
    assert (fact.value, fact.unit, fact.valid_until.year) == ("3", "year", 2027)


def test_an_entry_of_a_host_pack_is_for_that_country(folder: Path, tmp_path: Path) -> None:
    build([folder / "host-es"], tmp_path)
    query = "SELECT record FROM entries WHERE id = 'host-es/sepe'"
    (record,) = _rows(tmp_path / "host-es.pack", query)[0]
    assert json.loads(record)["hosts"] == ["ES"]


def test_a_topic_becomes_typed_blocks(folder: Path, tmp_path: Path) -> None:
    build([folder / "host-es"], tmp_path)
    query = "SELECT context, value, body FROM texts WHERE language = 'en' AND body IS NOT NULL"
    found = {c: (v, json.loads(b)) for c, v, b in _rows(tmp_path / "host-es.pack", query)}
    value, intro = found["host-es/avrr/intro"]
    assert value == "Assisted voluntary return is your own choice. See your rights."
    runs = intro["rows"][0][0]
    assert {"t": "your own choice", "s": 1, "l": ""} in runs
    assert {"t": "your rights", "s": 0, "l": "common/right-leave"} in runs
    links = [run["l"] for row in found["host-es/avrr/before-list"][1]["rows"] for run in row[0]]
    assert [link for link in links if link] == ["host-es/sepe", "{sepe_site}"]
    table = found["host-es/avrr/table"][1]
    assert (table["kind"], len(table["rows"]), len(table["rows"][0])) == ("table", 2, 2)
    assert found["host-es/avrr/before-title"][1]["level"] == 2


def test_values_stay_references_and_stand_beside_in_every_language(
    folder: Path, tmp_path: Path
) -> None:
    build([folder / "host-es"], tmp_path)
    path = tmp_path / "host-es.pack"
    (text,) = _rows(path, "SELECT value FROM texts WHERE context = 'host-es/apre/coming_back'")[0]
    assert "{apre_ban}" in text
    query = "SELECT language, shown FROM fact_values WHERE id = 'host-es/apre_ban'"
    shown = dict(_rows(path, query))
    assert set(shown) == {"en", "fr", "es", "ar", "km"}
    assert shown["en"].replace("\u00a0", " ") == "3 years"


def test_isolates_and_breaks_are_in_place(folder: Path, tmp_path: Path) -> None:
    pack = folder / "host-es"
    fill_translations(pack, AR, {"apre/provider": "اسأل SEPE هنا"})
    fill_translations(pack, KM, {"apre/provider": "ជំនួយសម្រាប់ការវិលត្រឡប់"})
    build([pack], tmp_path)
    query = "SELECT language, value FROM texts WHERE context = 'host-es/apre/provider'"
    values = dict(_rows(tmp_path / "host-es.pack", query))
    assert values["ar"] == "اسأل \u2066SEPE\u2069 هنا"
    assert "\u200b" in values["km"]


def test_search_finds_words_parts_and_only_its_own_language(folder: Path, tmp_path: Path) -> None:
    pack = folder / "host-es"
    fill_translations(pack, AR, {"sepe/description": "العمل والإعانة"})
    build([pack], tmp_path)
    path = tmp_path / "host-es.pack"
    found = "SELECT entry FROM {} WHERE {} MATCH ?"
    assert _rows(path, found.format("words_en", "words_en"), "benefit*")
    assert _rows(path, found.format("trigrams_en", "trigrams_en"), '"nemploy"')
    assert _rows(path, found.format("words_ar", "words_ar"), '"العمل"') == [("host-es/sepe",)]
    assert _rows(path, "SELECT entry FROM words_ar") == [("host-es/sepe",)]
    assert _rows(path, "SELECT entry FROM words_es") == []


def test_reasons_and_values_are_not_searched(folder: Path, tmp_path: Path) -> None:
    build([folder / "host-es"], tmp_path)
    words = _rows(tmp_path / "host-es.pack", "SELECT body FROM words_en")
    everything = " ".join(body for (body,) in words)
    assert "apre_ban" not in everything
    assert "you told us" not in everything


def test_cases_are_kept_to_be_run_where_the_pack_is_installed(folder: Path, tmp_path: Path) -> None:
    build([folder / "host-es"], tmp_path)
    ((name, record),) = _rows(tmp_path / "host-es.pack", "SELECT id, record FROM cases")
    assert name == "host-es/worker-with-permit"
    case = case_from(json.loads(record))
    assert case.expect.likely == ("host-es/apre",)
    programmes = programmes_of(check([folder], RELEASED).index)
    assert list(verify_cases([case], programmes)) == []
    assert list(verify_cases([case], [])) != []
