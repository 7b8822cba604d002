"""Typing on the screen: every layout whole, keys large enough, nothing remembered."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.errors import ContentError
from kiosk.core.languages import LanguageTag
from kiosk.core.session import TextSize
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.keyboard import KeyboardPanel
from kiosk.gui.kit.keyboard_layout import load_keyboard
from kiosk.gui.kit.text_field import TextField
from kiosk.gui.kit.touchable import Touchable
from tests.gui.kit.conftest import Finger, MakeKit

Show = Callable[..., QWidget]

FOLDER = Path(__file__).parents[3] / "resources" / "keyboards"
TAGS = sorted(path.stem for path in FOLDER.glob("*.toml"))

# The letters a person needs to write the language.
ALPHABETS = {
    "en": "abcdefghijklmnopqrstuvwxyz",
    "fr": "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûœ",
    "es": "abcdefghijklmnopqrstuvwxyzáéíóúüñ",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئةى",
    "km": "".join(map(chr, range(0x1780, 0x179D))).replace("\u179d", "").replace("\u179e", "")
    + "ឡអាិីឹឺុូួើឿៀេែៃោៅំះ្ើ់៉៊ៈ".replace("ៈ", ""),
}


def panel(kit: Kit, tag: str) -> KeyboardPanel:
    return KeyboardPanel(kit, load_keyboard(FOLDER, LanguageTag(tag)))


def key(keyboard: KeyboardPanel, name: str) -> Touchable:
    return next(k for k in keyboard.keys if k.accessibleName() == name)


def strike(target: Touchable) -> None:
    Finger(target).press(10, 10).release(10, 10)


@pytest.mark.parametrize("tag", sorted(ALPHABETS))
def test_every_letter_of_the_language_can_be_typed(tag: str) -> None:
    layout = load_keyboard(FOLDER, LanguageTag(tag))
    typed = "".join(key for row in (*layout.rows, *layout.shifted) for key in row)
    missing = set(ALPHABETS[tag]) - set(typed) - {"ឝ", "ឞ"}
    assert missing == set()


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("width", [600, 1008])
@pytest.mark.parametrize("size", [TextSize.NORMAL, TextSize.LARGEST])
def test_keys_are_targets_with_room_between_and_inside(
    kits: MakeKit, show: Show, tag: str, width: int, size: TextSize
) -> None:
    kit = kits(tag, size)
    keyboard = panel(kit, tag)
    show(keyboard, width, keyboard.heightForWidth(width))
    boxes = [k.geometry() for k in keyboard.keys]
    assert min(min(box.width(), box.height()) for box in boxes) >= kit.theme.target
    assert min(box.left() for box in boxes) >= 0
    assert max(box.right() for box in boxes) < width
    gap = kit.theme.gap - 1
    for index, box in enumerate(boxes):
        grown = box.adjusted(-gap, -gap, gap, gap)
        assert not any(grown.intersects(other) for other in boxes[index + 1 :])
    assert not any(k.placed(k.width()).overflows for k in keyboard.keys)


def test_quick_typing_of_double_letters_is_no_double_tap(kit: Kit, show: Show) -> None:
    keyboard = panel(kit, "en")
    typed: list[str] = []
    keyboard.typed.connect(typed.append)
    show(keyboard, 900, 500)
    for name in "all":
        strike(key(keyboard, name))
    strike(key(keyboard, "Space"))
    assert "".join(typed) == "all "


def test_shift_holds_for_one_letter(kits: MakeKit, show: Show) -> None:
    kit = kits("km")
    keyboard = panel(kit, "km")
    typed: list[str] = []
    keyboard.typed.connect(typed.append)
    show(keyboard, 1000, 600)
    strike(key(keyboard, "Shift"))
    assert keyboard.is_shifted
    strike(key(keyboard, "ឈ"))
    assert typed == ["ឈ"]
    assert not keyboard.is_shifted


@pytest.fixture
def field(kit: Kit, show: Show) -> TextField:
    made = TextField(kit, "Search", "Type here")
    show(Column(kit, [made]), 700, 300)
    return made


def test_the_field_takes_what_is_typed_and_forgets_it(field: TextField) -> None:
    said: list[str] = []
    field.text_changed.connect(said.append)
    field.type("ab")
    field.erase()
    assert field.text == "a"
    field.clear()
    assert field.text == ""
    assert said == ["ab", "a", ""]


def test_a_real_keyboard_types_too_but_never_pastes(field: TextField) -> None:
    QApplication.clipboard().setText("secret")
    QTest.keyClicks(field, "hola")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert field.text == "hol"
    assert QApplication.clipboard().text() == "secret"


def test_enter_submits(field: TextField, qtbot: object) -> None:
    with qtbot.waitSignal(field.submitted):  # type: ignore[attr-defined]
        QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_field_has_a_name_and_a_way_to_clear_it(field: TextField) -> None:
    assert field.accessibleName() == "Search"
    field.type("a")
    clear = field.findChild(Touchable)
    assert clear is not None
    assert clear.isVisible()
    assert min(clear.width(), clear.height()) >= 51
    strike(clear)
    assert field.text == ""


def test_a_long_text_makes_the_field_higher(field: TextField) -> None:
    before = field.heightForWidth(500)
    field.type("long " * 12)
    assert field.heightForWidth(500) > before


def test_an_unknown_language_types_latin_letters() -> None:
    assert load_keyboard(FOLDER, LanguageTag("so")).rows[0][0] == "q"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("rows = [", "cannot be read"),
        ("rows = []", "no `rows`"),
        ('rows = ["a"]\nrow = 1', "unknown key 'row'"),
        ('rows = "a b"', "lists of strings"),
    ],
)
def test_a_broken_layout_says_what_to_do(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "xx.toml").write_text(content, encoding="utf-8")
    with pytest.raises(ContentError, match=said):
        load_keyboard(tmp_path, LanguageTag("xx"))
