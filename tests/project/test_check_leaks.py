"""What may not be told about the machines behind the product."""

from pathlib import Path

import pytest

from tools.check_leaks import leaks_in, machine_places

# Put together here, so that the check does not find its own examples.
SLASH = "/"
REGISTRY = "py" + "pi.org"


def leaks(text: str, *places: str) -> list[str]:
    return [finding.what for finding in leaks_in(Path("file.md"), text, places)]


@pytest.mark.parametrize(
    "text",
    [
        SLASH + "work/main/kiosk",
        f"see `{SLASH}opt/thing/x`",
        f"cd {SLASH}home/somebody",
        f"HOME={SLASH}root/.config",
        f"..{SLASH}shared/DESIGN.md",
        f"https://{REGISTRY}/simple",
        "--index" + "-url https://example.org",
        "https://user:" + "word@example.org/",
    ],
)
def test_what_names_a_machine_or_a_registry_is_found(text: str) -> None:
    assert len(leaks(f"first line\n{text}\n")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "build/packs/common.pack",
        f"https://example.org{SLASH}work/permits",
        f"content/topics{SLASH}work/housing.md",
        f"$HOME{SLASH}work/x",
        "see https://keepachangelog.com",
        f"the service runs as kiosk in {SLASH}home/kiosk",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert leaks(text) == []


def test_the_line_and_the_way_out_are_named() -> None:
    (finding,) = leaks_in(Path("a/b.toml"), f"one\ntwo = '{SLASH}opt/x'")
    assert str(finding).startswith("a/b.toml:2: a machine path stands here")
    assert str(finding).endswith("; take it out, or make it relative to the repository")


def test_the_place_of_this_checkout_is_found_whatever_it_is_called() -> None:
    (place,) = machine_places(Path("/srv/builds/crossroads"), Path("/x"))
    assert leaks(f"made in {place}/build", place) == ["a machine path stands here: '" + place + "'"]
    assert leaks(f"made in {place}-2/build", place) == []
