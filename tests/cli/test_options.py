"""`options`: the documented JSON, stop paths, and answers files of every kind."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.core.questions import QUESTIONS, STOP_NEEDS
from tests.cli.conftest import Run, Said
from tests.factories.answering import STOPS

PAIR = ("options", "--host", "ES", "--origin", "EC", "--lang", "en")
RETURNS = {"assisted_return", "independent_return", "reintegration_support"}
Write = Callable[[str], Path]

reused = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def check_document(said: Said) -> None:
    document = said.document
    assert set(document) == {"blocked_by", "options"}
    assert all(isinstance(value, str) for value in document["blocked_by"])
    for option in document["options"]:
        assert set(option) == {"id", "kind", "title", "verdict", "reasons"}
        assert option["verdict"] in ("likely", "ask", "unlikely")
        for reason in option["reasons"]:
            assert set(reason) == {"question", "met", "text"}
            assert reason["met"] in (True, False, None)
            assert reason["text"]


@pytest.mark.parametrize("tag", ["en", "fr", "es", "ar", "km"])
def test_json_is_one_document_with_the_documented_keys(run: Run, tag: str) -> None:
    said = run("options", "--host", "ES", "--origin", "EC", "--lang", tag, "--json")

    assert said.code == 0
    check_document(said)
    assert said.document["blocked_by"] == []
    assert len(said.document["options"]) >= 5


def test_without_json_options_are_words_and_no_ids(run: Run) -> None:
    said = run(*PAIR)

    assert said.code == 0
    assert "Ask about it" in said.out
    assert "assisted_return" not in said.out


@pytest.mark.parametrize(("question", "value"), STOPS)
def test_a_stopped_answers_file_gives_no_return(
    run: Run, answers: Write, question: str, value: str
) -> None:
    said = run(*PAIR, "--answers", answers(f'{question} = "{value}"'), "--json")

    assert said.code == 0
    assert said.document["blocked_by"] == [value]
    assert not RETURNS & {option["kind"] for option in said.document["options"]}
    assert said.document["options"][0]["kind"] == "protection"


@pytest.mark.parametrize("other", ["none_of_these", "rather_not_say"])
@pytest.mark.parametrize("first", [True, False])
def test_a_contradiction_in_a_file_never_hides_a_stop(
    run: Run, answers: Write, other: str, first: bool
) -> None:
    values = [other, "torture"] if first else ["torture", other]
    said = run(*PAIR, "--answers", answers(f"needs = {json.dumps(values)}"), "--json")

    assert said.document["blocked_by"] == ["torture"]


def test_all_stops_are_listed(run: Run, answers: Write) -> None:
    text = f'age = "under_18_alone"\nneeds = {json.dumps(list(STOP_NEEDS))}'
    said = run(*PAIR, "--answers", answers(text), "--json")

    assert said.document["blocked_by"] == ["under_18_alone", *STOP_NEEDS]


def test_an_empty_list_means_none_and_an_absent_answer_is_unknown(run: Run, answers: Write) -> None:
    fitting = 'age = "adult"\nsituation = "deciding"\nmeans = "cannot_pay_travel"\n'

    def verdict(text: str) -> str:
        options = run(*PAIR, "--answers", answers(text), "--json").document["options"]
        return next(str(o["verdict"]) for o in options if o["id"] == "host-es/assisted-return")

    assert verdict(f"{fitting}needs = []") == "likely"
    assert verdict(f'{fitting}needs = "none_of_these"') == "likely"
    assert verdict(f'{fitting}needs = ["rather_not_say"]') == "ask"
    assert verdict(fitting) == "ask"
    assert verdict('age = "adult"\nneeds = []\nmeans = "can_pay_travel"') == "unlikely"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('ages = "adult"', ("answers.toml:1", "did you mean 'age'")),
        ('\nage = "adlt"', ("answers.toml:2", "did you mean 'adult'")),
        ('age = ["adult", "over_60"]', ("takes one value",)),
        ("age = 7", ("must be a text",)),
        ("needs = [1, 2]", ("must be a text",)),
        ('region = "EC-ZZ"', ("region", "EC-")),
        ("age = ", ("not TOML",)),
        ('age = "adult"\nage = "adult"', ("not TOML",)),
        ("[age]\nvalue = 1", ("must be a text",)),
        (f"age = {'1' * 5000}", ("not TOML",)),
        (f"age = {'[' * 5000}", ("not TOML",)),
    ],
)
def test_a_wrong_answers_file_is_refused_in_one_line(
    run: Run, answers: Write, text: str, words: tuple[str, ...]
) -> None:
    run(*PAIR, "--answers", answers(text), "--json").refused(2, "answers.toml", *words)


def test_an_answers_file_that_is_no_file_is_refused(run: Run, tmp_path: Path) -> None:
    run(*PAIR, "--answers", tmp_path / "none.toml").refused(2, "none.toml")
    run(*PAIR, "--answers", tmp_path).refused(2, str(tmp_path))


def test_a_byte_order_mark_does_not_matter(run: Run, answers: Write) -> None:
    said = run(*PAIR, "--answers", answers('\ufeffneeds = ["pressure"]'), "--json")

    assert said.document["blocked_by"] == ["pressure"]


@reused
@given(st.binary(max_size=60))
def test_any_bytes_in_an_answers_file_end_in_order(
    run: Run, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "bytes.toml"
    path.write_bytes(content)
    said = run(*PAIR, "--answers", path, "--json")

    if said.code == 0:
        check_document(said)
    else:
        said.refused(2, "bytes.toml")


toml_values = st.one_of(
    st.sampled_from([value for q in QUESTIONS.values() for value in q.values]).map(json.dumps),
    st.text(max_size=8).map(json.dumps),
    st.lists(st.sampled_from(QUESTIONS["needs"].values)).map(json.dumps),
    st.sampled_from(["1", "1.5", "true", "1979-05-27", "nan", "{ a = 1 }", "[[]]", "''"]),
)


@reused
@given(st.dictionaries(st.sampled_from([*QUESTIONS, "other", "a.b", '"x y"']), toml_values))
def test_any_toml_in_an_answers_file_ends_in_order(
    run: Run, tmp_path: Path, tables: dict[str, str]
) -> None:
    path = tmp_path / "any.toml"
    text = "\n".join(f"{key} = {value}" for key, value in tables.items())
    path.write_text(text, encoding="utf-8")
    said = run(*PAIR, "--answers", path, "--json")

    if said.code == 0:
        check_document(said)
    else:
        said.refused(2, "any.toml")
