"""`search`: one JSON list, limits, and odd queries."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Run, Said

KEYS = {"id", "title", "language", "fallback", "snippet"}


def check_document(said: Said) -> None:
    assert said.code == 0
    assert isinstance(said.document, list)
    for hit in said.document:
        assert set(hit) == KEYS
        assert hit["title"]
        assert isinstance(hit["fallback"], bool)
        assert len(hit["snippet"]) <= 120


@pytest.mark.parametrize(
    ("tag", "query"),
    [("en", "lawyer"), ("fr", "avocat"), ("es", "abogado"), ("ar", "محام"), ("km", "មេធាវី")],
)
def test_json_is_one_list_with_the_documented_keys(run: Run, tag: str, query: str) -> None:
    said = run("search", query, "--lang", tag, "--json")

    check_document(said)
    assert said.document
    assert any(not hit["fallback"] and hit["language"] == tag for hit in said.document)


def test_what_is_not_there_is_an_empty_list(run: Run) -> None:
    said = run("search", "zxqjkv wvutsr", "--lang", "en", "--json")

    assert said.document == []


def test_the_limit_is_kept(run: Run) -> None:
    assert len(run("search", "help", "--lang", "en", "--limit", "3", "--json").document) == 3


def test_only_what_concerns_the_country_is_found(run: Run) -> None:
    said = run("search", "help", "--lang", "en", "--origin", "KH", "--host", "TH", "--json")
    packs = {hit["id"].split("/")[0] for hit in said.document}

    assert packs <= {"common", "host-th", "origin-kh", "site-demo"}


@pytest.mark.parametrize("query", ["", " ", '"', "'", "a*", "NEAR(", "x AND", "%", "\udcff", "🦺"])
def test_odd_queries_end_in_order(run: Run, query: str) -> None:
    check_document(run("search", "--lang", "en", "--json", "--", query))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30))
def test_any_query_ends_in_order(run: Run, query: str) -> None:
    check_document(run("search", "--lang", "km", "--json", "--", query))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("search", "x"), ("--lang",)),
        (("search", "x", "--lang", "xx"), ("xx", "km")),
        (("search", "x", "--lang", "de"), ("de", "no content")),
        (("search", "x", "--lang", "en", "--limit", "0"), ("--limit",)),
        (("search", "x", "--lang", "en", "--origin", "DE"), ("--origin DE", "EC")),
    ],
)
def test_wrong_use_is_refused(run: Run, arguments: tuple[str, ...], words: tuple[str, ...]) -> None:
    run(*arguments).refused(2, *words)
