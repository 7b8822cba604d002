"""A new pack passes the check as it is."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.core.errors import UsageError
from kiosk.core.ids import CountryCode
from kiosk.core.kinds import PackKind
from kiosk.packs import build, create
from tests.packs.examples import RELEASED, found_in


@pytest.mark.parametrize(
    ("kind", "country"),
    [
        (PackKind.HOST, "DE"),
        (PackKind.ORIGIN, "KH"),
        (PackKind.REGION, None),
        (PackKind.SITE, None),
    ],
)
def test_a_new_pack_has_no_problem(kind: PackKind, country: str | None, tmp_path: Path) -> None:
    code = None if country is None else CountryCode(country)
    folder = create(tmp_path / "new-pack", kind, code, RELEASED)
    assert found_in(folder, strict=True) == []
    assert build([folder], tmp_path / "out").built == ("new-pack",)


def test_today_is_the_release_where_no_day_is_given(tmp_path: Path) -> None:
    folder = create(tmp_path / "new-pack", PackKind.SITE)
    assert found_in(folder, as_of=date(2026, 1, 1)) == []


@pytest.mark.parametrize(
    ("name", "kind", "country", "words"),
    [
        ("New Pack", PackKind.SITE, None, "hyphens"),
        ("there", PackKind.SITE, None, "already"),
        ("a", PackKind.HOST, None, "country"),
        ("a", PackKind.SITE, "DE", "no country"),
        ("a", PackKind.HOST, "DX", "two capital letters"),
        ("a", PackKind.COMMON, None, "one pack"),
        ("common", PackKind.HOST, "DE", "one pack"),
    ],
)
def test_what_cannot_be_started(
    name: str, kind: PackKind, country: str | None, words: str, tmp_path: Path
) -> None:
    (tmp_path / "there").mkdir()
    code = None if country is None else CountryCode(country)
    with pytest.raises(UsageError, match=words):
        create(tmp_path / name, kind, code, RELEASED)
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
