"""A site file is read whole: every key is walked, every mistake is named with its line."""

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import EnvironmentProblem
from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.core.kinds import ContentSet, CounsellorSex, Release, SiteType, SoundOutput
from kiosk.core.paper import Paper
from kiosk.core.session import TextSize
from kiosk.settings import DeviceProfile, KeyMap, Site, SoundProfile, load_site
from kiosk.settings.reading import READERS, TABLES

DEMO = Path("content/sites/demo.toml")

EVERYTHING = """
type = "consulate"
run_by_state = "EC"
release = "field"
host = "ES"
languages = ["es", "fa-af", "en", "es"]
staff_languages = ["es"]
printer = "ipp://printer.local/ipp/print"
printer_in_reach = true
paper = "receipt80"
content_set = "queue"
counsellors = ["man", "woman"]
counts = "file:///var/lib/kiosk/counts.toml"

[device]
pixels_per_mm = 3.5
viewing_distance_mm = 550
default_text_size = "largest"

[sound]
output = "headset"
headset = "USB"
invitation_pause_s = 30
voice = "piper:/voices"

[keys]
next = ["Space"]
previous = ["F13"]
select = ["Enter"]
louder = ["1"]
quieter = ["2"]
"""


@pytest.fixture
def site_file(tmp_path: Path) -> Path:
    return tmp_path / "site.toml"


def load(path: Path, text: str) -> tuple[Site, list[str]]:
    path.write_text(text, encoding="utf-8")
    site, problems = load_site(path)
    return site, [str(problem).removeprefix(f"{path}") for problem in problems]


def test_every_key_of_the_file_reaches_the_site(site_file: Path) -> None:
    site, problems = load(site_file, EVERYTHING)
    assert not problems
    assert site == Site(
        type=SiteType.CONSULATE,
        run_by_state=CountryCode("EC"),
        release=Release.FIELD,
        host=CountryCode("ES"),
        languages=tuple(map(LanguageTag, ("es", "fa-AF", "en"))),
        staff_languages=(LanguageTag("es"),),
        printer="ipp://printer.local/ipp/print",
        printer_in_reach=True,
        paper=Paper.RECEIPT80,
        content_set=ContentSet.QUEUE,
        counsellors=(CounsellorSex.MAN, CounsellorSex.WOMAN),
        counts="file:///var/lib/kiosk/counts.toml",
        device=DeviceProfile(3.5, 550.0, TextSize.LARGEST),
        sound=SoundProfile(SoundOutput.HEADSET, "USB", 30.0, "piper:/voices"),
        keys=KeyMap(("Space",), ("F13",), ("Enter",), ("1",), ("2",)),
    )


def walk(settings: Any, prefix: str = "") -> dict[str, Any]:
    """Every setting by name, those of tables below them."""
    found: dict[str, Any] = {}
    for field in fields(settings):
        value = getattr(settings, field.name)
        if is_dataclass(value):
            found |= walk(value, f"{field.name}.")
        else:
            found[prefix + field.name] = value
    return found


def test_every_setting_can_be_written_and_its_default_is_not_what_was_written(
    site_file: Path,
) -> None:
    written, _ = load(site_file, EVERYTHING)
    for name, value in walk(written).items():
        assert value != walk(Site())[name], name
    assert {name.rpartition(".")[2] for name in walk(Site())} == set(READERS)
    assert set(TABLES) == {name.partition(".")[0] for name in walk(Site()) if "." in name}


def test_an_empty_file_is_a_safe_site(site_file: Path) -> None:
    site, problems = load(site_file, "")
    assert site == Site()
    assert not problems
    assert site.release is Release.DEMO
    assert not site.printer_in_reach, "unless the site says so, others may take the sheet out"
    assert site.device == DeviceProfile(4.0, 600.0, TextSize.NORMAL)


def test_the_demo_site_is_without_fault_and_names_every_setting() -> None:
    site, problems = load_site(DEMO)
    assert not list(problems)
    assert site.release is Release.DEMO
    assert site.type is SiteType.ONE_STOP
    assert site.run_by_state is None
    assert site.printer == "none:"
    text = DEMO.read_text(encoding="utf-8")
    assert [name for name in READERS if f"\n{name} = " not in text] == []


@pytest.mark.parametrize(
    ("line", "report"),
    [
        ('printr = "memory:"', "unknown key 'printr'; did you mean 'printer'? [unknown-key]"),
        ("colour = 1", "unknown key 'colour'; known: content_set, counsellors,"),
        ('type = "embassy"', "'type': 'embassy' is not one of the choices; use"),
        ('type = "Consulate"', "use 'consulate' [unknown-value]"),
        ("type = 3", "'type': 3 is not a text; write it in quotes"),
        ('host = "es"', "no country 'es'; did you mean 'ES'? [unknown-country]"),
        ('host = "ZZ"', "no country 'ZZ'; use ISO 3166-1"),
        ('languages = ["xx"]', "no language 'xx'; use a BCP 47 tag the kiosk knows"),
        ('languages = "en"', '\'en\' is not a list; write ["en", "fr"] [wrong-type]'),
        ('printer_in_reach = "yes"', "'yes' is not yes or no; write true or false"),
        ('printer = "usb0"', "no printer has the address 'usb0'; begin it with ipp://"),
        ('paper = "a3"', "'a3' is not one of the choices; use a4, letter, receipt80"),
        ('counsellors = "woman"', '\'woman\' is not a list; write ["woman", "man"] [wrong-type]'),
        ('counsellors = ["nobody"]', "'nobody' is not one of the choices; use"),
        ('counts = "totals.toml"', "'totals.toml' is no file; begin it with file:/// or empty it"),
        ("device = 4", "'device' is not a table; write a table [device]"),
        ('type = "consulate"', "a consulate without the state that runs it; write run_by_state"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_a_way_out(
    site_file: Path, line: str, report: str
) -> None:
    _, problems = load(site_file, f"# a site\n\n{line}\n")
    assert len(problems) == 1
    assert problems[0].startswith(":3: error: ")
    assert report in problems[0]


@pytest.mark.parametrize(
    ("table", "line", "report"),
    [
        ("device", "pixels_per_mm = 96", "96 is out of range; write 1 to 40 pixels per millimetre"),
        ("device", 'pixels_per_mm = "4"', "'4' is not a number; write it without quotes"),
        ("device", "viewing_distance_mm = true", "True is not a number"),
        ("device", "viewing_distance = 600", "did you mean 'viewing_distance_mm'?"),
        ("device", 'default_text_size = "huge"', "'huge' is not one of the choices; use"),
        ("sound", 'output = "ears"', "'ears' is not one of the choices; use"),
        ("sound", "invitation_pause_s = -1", "-1 is out of range; write 0 to 3600 seconds"),
        ("sound", 'voice = "espeak"', "no voice 'espeak'; write espeak-ng, piper:/folder"),
        ("sound", 'voice = "none at all"', "no voice 'none at all'"),
        ("sound", 'voice = "piper:voices"', "no voice 'piper:voices'"),
        ("keys", 'next = "Right"', '\'Right\' is not a list; write ["Right", "Down"]'),
        ("keys", 'select = ["Retrun"]', "no key 'Retrun'; use 'Return' [unknown-key-name]"),
    ],
)
def test_mistakes_in_a_table_are_found_there(
    site_file: Path, table: str, line: str, report: str
) -> None:
    site, problems = load(site_file, f'host = "ES"\n[{table}]\n{line}\n')
    assert [problem[:2] for problem in problems] == [":3"]
    assert report in problems[0]
    assert site.host == "ES"
    assert getattr(site, table) == getattr(Site(), table)


@pytest.mark.parametrize(
    ("line", "report"),
    [
        ('select = ["F1", "Right"]', "the key 'Right' is both 'next' and 'select'"),
        ("select = []", "no key for 'select'; name a key"),
        ("next = []", "no key for 'next'; name a key"),
    ],
)
def test_each_key_does_one_thing_and_there_is_a_way_on(
    site_file: Path, line: str, report: str
) -> None:
    _site, problems = load(site_file, f"[keys]\n{line}\n")
    assert [problem[:2] for problem in problems] == [":2"]
    assert report in problems[0]


def test_all_mistakes_are_reported_together_and_the_rest_is_kept(site_file: Path) -> None:
    text = 'type = "x"\nhost = "FR"\npaper = 4\n[device]\nfoo = 1\nviewing_distance_mm = 700\n'
    site, problems = load(site_file, text)
    assert [problem[:2] for problem in problems] == [":1", ":3", ":5"]
    assert site.host == "FR"
    assert site.device.viewing_distance_mm == 700.0


def test_what_is_not_toml_is_one_problem_with_its_line(site_file: Path) -> None:
    site, problems = load(site_file, 'type = "ngo"\nhost = = "ES"\n')
    assert len(problems) == 1
    assert problems[0].startswith(":2: error: not TOML: ")
    assert site == Site()


def test_bytes_that_are_not_text_are_a_problem(site_file: Path) -> None:
    site_file.write_bytes(b'type = "\xff"')
    _, problems = load_site(site_file)
    assert [problem.rule for problem in problems] == ["not-utf-8"]


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    site_file = tmp_path / "site.toml"
    site_file.write_bytes(b"\xef\xbb\xbf" + EVERYTHING.replace("\n", "\r\n").encode())
    site, problems = load_site(site_file)
    assert (site.type, len(problems)) == (SiteType.CONSULATE, 0)


@pytest.mark.parametrize("text", ["x = " + "[" * 5000, "x = " + "9" * 5000, "\0"])
def test_what_cannot_be_parsed_is_a_problem(text: str, tmp_path: Path) -> None:
    site_file = tmp_path / "site.toml"
    site_file.write_text(text, encoding="utf-8")
    site, problems = load_site(site_file)
    assert [problem.rule for problem in problems] == ["toml-syntax"]
    assert site == Site()


def test_a_file_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match=r"nowhere\.toml.*--site"):
        load_site(tmp_path / "nowhere.toml")


TOML_VALUES = st.one_of(
    st.integers(),
    st.booleans(),
    st.floats(allow_nan=False).map(repr),
    st.sampled_from(
        ['"ES"', '"en"', "[]", '["fr", 3]', "{a = 1}", '""', "1979-05-27", '"ipp://x"', "[[1]]"]
    ),
)


@given(st.dictionaries(st.sampled_from(sorted([*READERS, *TABLES, "x"])), TOML_VALUES))
def test_any_value_in_any_key_gives_a_site_and_at_most_one_problem_each(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("site") / "site.toml"
    lines = [f"{key} = {str(v).lower() if isinstance(v, bool) else v}" for key, v in values.items()]
    path.write_text("\n".join(lines), encoding="utf-8")
    site, problems = load_site(path)
    assert isinstance(site, Site)
    assert len(problems) <= len(values) + 1
    assert all(problem.line >= 1 for problem in problems)
