"""Typing on the screen: every letter there and whole, keys large enough, nothing remembered."""

import unicodedata
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.errors import ContentError
from kiosk.core.languages import LANGUAGES, LanguageTag
from kiosk.core.session import TextSize
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.keyboard import Key, KeyboardPanel
from kiosk.gui.kit.keyboard_layout import load_keyboard
from kiosk.gui.kit.text_field import TextField
from kiosk.gui.kit.touchable import Touchable
from tests.gui.kit.conftest import Finger, MakeKit

Show = Callable[..., QWidget]

FOLDER = Path(__file__).parents[3] / "resources" / "keyboards"
TAGS = sorted(path.stem for path in FOLDER.glob("*.toml"))


def between(first: str, last: str) -> str:
    return "".join(map(chr, range(ord(first), ord(last) + 1)))


LATIN = between("a", "z")
CYRILLIC = between("а", "я")
PERSIAN = "اآبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءئؤ"

# The letters a person needs to write the language, by hand from its alphabet.
ALPHABETS = {
    "en": LATIN,
    "fr": LATIN + "àâçéèêëîïôùûüÿæœ",
    "es": LATIN + "áéíóúüñ",
    "pt": LATIN + "áâãàéêíóôõúüç",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئةى" + between("\u064b", "\u0652"),
    "fa-AF": PERSIAN,
    "ur": "اآبپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیےئؤۃ",
    "am": "".join(
        between(chr(ord(base)), chr(ord(base) + 6)) for base in "ሀለመረሰሸቀበተቸነኘአከወዘዠየደጀገጠጨጰጸፈፐ"
    ),
    "bn": "অআইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহৎংঃঁািীুূৃেৈোৌ়্",
    "km": between("ក", "អ").replace("ឝ", "").replace("ឞ", "") + "ាិីឹឺុូួើឿៀេែៃោៅំះ្់៉៊ឥឦឧឪឩឬឮឯឱឲ",
    "ru": CYRILLIC + "ё",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'",
}
SIZES = list(TextSize)
# Width of the keys, and the height they may take, on an upright and on a lying screen.
ROOMS = [(1008, 784), (1080, 300), (745, 300), (553, 300)]


def panel(kit: Kit, tag: str) -> KeyboardPanel:
    return KeyboardPanel(kit, load_keyboard(FOLDER, LanguageTag(tag)))


def key(keyboard: KeyboardPanel, name: str) -> Touchable:
    shown = [k.accessibleName() for k in keyboard.keys]
    assert name in shown, f"{name!r} is not among {shown}"
    return keyboard.keys[shown.index(name)]


def layer_key(keyboard: KeyboardPanel) -> Touchable:
    """What leads to other letters stands before space."""
    names = [k.accessibleName() for k in keyboard.keys]
    return keyboard.keys[next(at for at, n in enumerate(names) if n.startswith("Other letters"))]


def strike(target: Touchable) -> None:
    Finger(target).press(10, 10).release(10, 10)


def typing_into(keyboard: KeyboardPanel) -> list[str]:
    """The text the strikes make, as a list of one string."""
    text = [""]

    def on_typed(letters: str) -> None:
        text[0] += letters

    def on_erased() -> None:
        text[0] = text[0][:-1]

    keyboard.typed.connect(on_typed)
    keyboard.erased.connect(on_erased)
    return text


def test_every_language_of_the_issue_has_a_layout_of_its_own() -> None:
    assert set(TAGS) == set(ALPHABETS)


@pytest.mark.parametrize("tag", TAGS)
def test_every_letter_of_the_language_can_be_typed(tag: str) -> None:
    typed = "".join(load_keyboard(FOLDER, LanguageTag(tag)).letters)
    assert set(unicodedata.normalize("NFC", ALPHABETS[tag])) - set(typed) == set()
    endonym = LANGUAGES[LanguageTag(tag)].endonym.lower()
    assert set(unicodedata.normalize("NFC", endonym)) - set(typed) == set()


@pytest.mark.parametrize("tag", TAGS)
def test_every_digit_can_be_typed_in_the_digits_of_the_language(tag: str) -> None:
    letters = load_keyboard(FOLDER, LanguageTag(tag)).letters
    assert {unicodedata.decimal(one) for one in letters if one.isdecimal()} == set(range(10))
    written = LANGUAGES[LanguageTag(tag)].digits
    assert set(written) <= set(letters)


@pytest.mark.parametrize("tag", TAGS)
def test_no_key_stands_twice(tag: str) -> None:
    layout = load_keyboard(FOLDER, LanguageTag(tag))
    keys = [one for layer in layout.layers for one in layer.letters]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("tag", TAGS)
def test_keys_are_targets_that_show_their_letters_whole(
    kits: MakeKit, show: Show, tag: str, room: tuple[int, int]
) -> None:
    width, most = room
    for size in SIZES:
        kit = kits(tag, size)
        keyboard = panel(kit, tag)
        keyboard.limit(most)
        show(keyboard, width, keyboard.heightForWidth(width))
        assert keyboard.height() <= most, size
        for at in range(len(keyboard.pages)):
            keyboard.show_page(at)
            look_at_keys(keyboard, kit)
        keyboard.window().close()


def look_at_keys(keyboard: KeyboardPanel, kit: Kit) -> None:
    boxes = [k.geometry() for k in keyboard.keys]
    assert min(min(box.width(), box.height()) for box in boxes) >= kit.theme.target
    assert all(keyboard.rect().contains(box) for box in boxes)
    gap = kit.theme.gap - 1
    for one, other in combinations(boxes, 2):
        assert not one.adjusted(-gap, -gap, gap, gap).intersects(other)
    for letter in keyboard.letters:
        assert QRectF(letter.rect()).adjusted(2, 2, -2, -2).contains(letter.ink), letter.letters
    for tool in keyboard.keys[len(keyboard.letters) :]:
        assert tool.minimumSizeHint().width() <= tool.width() + 1
        assert tool.heightForWidth(tool.width()) <= tool.height() + 1


@pytest.mark.parametrize("tag", ["en", "ur", "km", "bn"])
def test_the_ink_of_a_letter_is_where_it_is_said_to_be(kits: MakeKit, show: Show, tag: str) -> None:
    keyboard = panel(kits(tag, TextSize.LARGEST), tag)
    show(keyboard, 1008, keyboard.heightForWidth(1008))
    for letter in keyboard.letters[:12]:
        image = letter.grab().toImage()
        ground = image.pixelColor(8, 8).lightness()
        box = letter.ink.toAlignedRect()
        dark = [
            (x, y)
            for x in range(8, image.width() - 8)
            for y in range(8, image.height() - 8)
            if abs(image.pixelColor(x, y).lightness() - ground) > 90
        ]
        assert dark, letter.letters
        assert all(box.adjusted(-2, -2, 2, 2).contains(x, y) for x, y in dark), letter.letters


def test_letters_are_as_large_as_the_room_allows(kits: MakeKit, show: Show) -> None:
    keyboard = panel(kits("en", TextSize.LARGEST), "en")
    show(keyboard, 1008, keyboard.heightForWidth(1008))
    large = keyboard.letters[0].ink.height()
    keyboard.limit(300)
    keyboard.resize(553, keyboard.heightForWidth(553))
    assert 0 < keyboard.letters[0].ink.height() < large


def test_where_the_room_is_low_letters_stand_on_several_pages(kits: MakeKit, show: Show) -> None:
    keyboard = panel(kits("km", TextSize.LARGEST), "km")
    keyboard.limit(300)
    show(keyboard, 553, keyboard.heightForWidth(553))
    first = keyboard.page
    seen: list[str] = []
    for _page in range(first.of):
        seen += [k.letters for k in keyboard.letters]
        strike(key(keyboard, f"Other letters: {keyboard.page.number}/{keyboard.page.of}"))
    assert keyboard.page == first
    assert seen == list(load_keyboard(FOLDER, LanguageTag("km")).layers[0].letters)


def test_quick_typing_of_double_letters_is_no_double_tap(kit: Kit, show: Show) -> None:
    keyboard = panel(kit, "en")
    text = typing_into(keyboard)
    show(keyboard, 900, 500)
    for name in "all":
        strike(key(keyboard, name))
    strike(key(keyboard, "Space"))
    assert text == ["all "]


def test_another_khmer_letter_brings_the_first_layer_back(kits: MakeKit, show: Show) -> None:
    keyboard = panel(kits("km"), "km")
    text = typing_into(keyboard)
    show(keyboard, 1000, 600)
    strike(layer_key(keyboard))
    strike(key(keyboard, "ឈ"))
    strike(key(keyboard, "ក"))
    assert text == ["ឈក"]


def test_digits_stay_until_one_goes_back(kit: Kit, show: Show) -> None:
    keyboard = panel(kit, "en")
    text = typing_into(keyboard)
    show(keyboard, 1000, 600)
    assert layer_key(keyboard).face.text == "123"
    strike(layer_key(keyboard))
    for digit in "112":
        strike(key(keyboard, digit))
    assert layer_key(keyboard).face.text == "abc"
    strike(layer_key(keyboard))
    strike(key(keyboard, "a"))
    assert text == ["112a"]


def test_an_amharic_letter_offers_its_forms_and_takes_the_one_struck(
    kits: MakeKit, show: Show
) -> None:
    keyboard = panel(kits("am"), "am")
    text = typing_into(keyboard)
    show(keyboard, 1000, 600)
    before = keyboard.height(), key(keyboard, "መ").geometry()
    strike(key(keyboard, "ሰ"))
    assert [k.letters for k in keyboard.letters[:8]] == list("ሰሱሲሳሴስሶሷ")
    strike(key(keyboard, "ሳ"))
    strike(key(keyboard, "ለ"))
    strike(key(keyboard, "ላ"))
    strike(key(keyboard, "መ"))
    strike(key(keyboard, "ም"))
    assert text == ["ሳላም"]
    assert (keyboard.height(), key(keyboard, "ረ").y()) == (before[0], before[1].y())
    strike(key(keyboard, "Space"))
    assert "ም" not in keyboard_names(keyboard)


def keyboard_names(keyboard: KeyboardPanel) -> list[str]:
    return [k.accessibleName() for k in keyboard.keys]


def test_tools_run_with_the_reading_and_letters_stand_as_on_keyboards(
    kits: MakeKit, show: Show
) -> None:
    keyboard = panel(kits("ar"), "ar")
    show(keyboard, 1000, 600)
    assert key(keyboard, "Done").x() < key(keyboard, "Space").x() < layer_key(keyboard).x()
    assert key(keyboard, "ض").x() < key(keyboard, "ص").x() < key(keyboard, "ج").x()


def test_every_key_says_what_it_does(kits: MakeKit, show: Show) -> None:
    keyboard = panel(kits("en", TextSize.LARGEST), "en")
    keyboard.limit(300)
    show(keyboard, 553, keyboard.heightForWidth(553))
    assert {"Space", "Delete", "Done"} <= set(keyboard_names(keyboard))
    assert all(k.utterances for k in keyboard.keys)


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


@pytest.mark.parametrize("small", [False, True])
def test_the_field_has_a_name_and_a_way_to_clear_it(field: TextField, small: bool) -> None:
    field.set_small(small)
    assert field.accessibleName() == "Search"
    field.type("a")
    QApplication.processEvents()
    clear = field.findChild(Touchable)
    assert clear is not None
    assert clear.isVisible()
    assert clear.accessibleName() == "Clear"
    assert min(clear.width(), clear.height()) >= 51
    strike(clear)
    assert field.text == ""


def test_a_small_field_takes_less_room(field: TextField) -> None:
    before = field.heightForWidth(500)
    field.set_small(True)
    assert field.heightForWidth(500) < before


def test_a_long_text_makes_the_field_higher(field: TextField) -> None:
    before = field.heightForWidth(500)
    field.type("long " * 12)
    assert field.heightForWidth(500) > before


def test_an_unknown_language_types_latin_letters() -> None:
    assert load_keyboard(FOLDER, LanguageTag("so")).layers[0].rows[0][0] == "q"


LAYER = '[[layer]]\nname = "a"\nrows = ["a"]\n'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("rows = [", "cannot be read"),
        ("", "no keys"),
        ("layer = 3", "no keys"),
        ("layer = [3]", "a layer is a table"),
        ('[[layer]]\nname = "a"\nrows = []', "no `rows` in layer 'a'"),
        ('[[layer]]\nrows = ["a"]', "without name"),
        ('[[layer]]\nname = "a"\nrows = "a b"', "lists of strings"),
        ('[[layer]]\nname = "a"\nrows = ["a", " "]', "row without keys"),
        (LAYER + "once = 1", "true or false"),
        (LAYER + "row = 1", "unknown key 'row'"),
        ("rows = 1\n" + LAYER, "unknown key 'rows'"),
        ('orders = ["b c"]\n' + LAYER, "orders of 'b'"),
    ],
)
def test_a_broken_layout_says_what_to_do_in_one_line(
    tmp_path: Path, content: str, said: str
) -> None:
    (tmp_path / "xx.toml").write_text(content, encoding="utf-8")
    with pytest.raises(ContentError, match=said) as caught:
        load_keyboard(tmp_path, LanguageTag("xx"))
    assert "\n" not in str(caught.value)


def test_a_key_types_what_it_shows(kits: MakeKit, show: Show) -> None:
    keyboard = panel(kits("bn"), "bn")
    text = typing_into(keyboard)
    show(keyboard, 1000, 600)
    sign = key(keyboard, "া")
    assert isinstance(sign, Key)
    assert sign.face.text == "◌া"
    strike(key(keyboard, "ক"))
    strike(sign)
    assert text == ["কা"]
