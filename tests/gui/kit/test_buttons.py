"""Buttons: sizes (A01), gestures (A09, A10), keys and names (A11), words never cut (A03)."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QFocusEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.session import Contrast, TextSize
from kiosk.gui.kit.buttons import ButtonKind, TouchButton
from kiosk.gui.kit.choice import Choice
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.face import Shape
from tests.gui.kit.conftest import Finger, MakeKit
from tests.gui.kit.gallery import Clock, alike

Show = Callable[..., QWidget]

WORDS = {
    "en": "I want to speak with a lawyer before I decide anything",
    "ar": "أريد أن أتحدث مع محامٍ قبل أن أقرر أي شيء",
    "km": "ខ្ញុំ\u200bចង់\u200bនិយាយ\u200bជាមួយ\u200bមេធាវី\u200bមុន\u200bសម្រេច\u200bចិត្ត",
    "ur": "میں فیصلہ کرنے سے پہلے وکیل سے بات کرنا چاہتا ہوں",
}


class Count:
    """How often something was said."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


@pytest.fixture
def button(kit: Kit, show: Show) -> TouchButton:
    made = TouchButton(kit, "Print", "print", ButtonKind.PRIMARY)
    show(made, 400, 120)
    return made


@pytest.fixture
def used(button: TouchButton) -> Count:
    count = Count()
    button.activated.connect(count)
    return count


def test_a_tap_acts_once(button: TouchButton, used: Count) -> None:
    Finger(button).press(50, 50).release(50, 50)
    assert used.times == 1


def test_a_roll_of_8_mm_inside_acts(button: TouchButton, used: Count) -> None:
    Finger(button).press(50, 50).move(80, 55).release(80, 55)
    assert used.times == 1


def test_leaving_the_target_cancels_and_shows_it(button: TouchButton, used: Count) -> None:
    finger = Finger(button).press(50, 50)
    pressed_inside = button.looks_pressed
    finger.move(50, 300)
    assert (pressed_inside, button.looks_pressed) == (True, False)
    finger.release(50, 300)
    assert used.times == 0


def test_a_hold_of_any_length_is_one_action_without_a_menu(
    button: TouchButton, used: Count, clock: Clock
) -> None:
    finger = Finger(button).press(50, 50)
    clock.now += 2.0
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(50, 50), QPoint(50, 50))
    QApplication.sendEvent(button, menu)
    finger.release(50, 50)
    assert used.times == 1
    assert QApplication.activePopupWidget() is None


def test_a_double_tap_acts_once_and_later_taps_act_again(
    button: TouchButton, used: Count, clock: Clock
) -> None:
    finger = Finger(button)
    finger.press(50, 50).release(50, 50)
    clock.now += 0.2
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert used.times == 1
    clock.now += 0.5
    finger.press(50, 50).release(50, 50)
    assert used.times == 2


def test_the_second_tap_does_not_reach_the_next_screen(
    kit: Kit, show: Show, button: TouchButton, used: Count, clock: Clock
) -> None:
    Finger(button).press(50, 50).release(50, 50)
    button.window().hide()
    following = TouchButton(kit, "Next", kind=ButtonKind.PRIMARY)
    reached = Count()
    following.activated.connect(reached)
    show(following, 400, 120)
    following.window().move(button.window().pos())
    clock.now += 0.2
    Finger(following).press(50, 50).release(50, 50)
    assert used.times == 1
    assert reached.times == 0


def test_the_pressed_look_comes_with_the_press(button: TouchButton) -> None:
    before = button.grab().toImage()
    Finger(button).press(50, 50)
    assert button.grab().toImage() != before


def test_a_touch_acts_like_a_mouse_and_a_second_finger_is_ignored(
    button: TouchButton, used: Count
) -> None:
    device = QTest.createTouchDevice()
    window = button.window().windowHandle()
    first, second = QPoint(50, 50), QPoint(200, 50)
    QTest.touchEvent(window, device).press(1, first, window).commit()
    QTest.touchEvent(window, device).stationary(1).press(2, second, window).commit()
    QTest.touchEvent(window, device).stationary(1).release(2, second, window).commit()
    assert used.times == 0
    QTest.touchEvent(window, device).release(1, first, window).commit()
    assert used.times == 1


def test_the_right_button_does_nothing(button: TouchButton, used: Count) -> None:
    QTest.mouseClick(button, Qt.MouseButton.RightButton, pos=QPoint(50, 50))
    assert used.times == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter])
def test_keys_use_it(button: TouchButton, used: Count, key: Qt.Key) -> None:
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, key)
    assert used.times == 1


def test_focus_by_key_is_seen(button: TouchButton) -> None:
    button.clearFocus()
    before = button.grab().toImage()
    QApplication.sendEvent(button, _focus_in(Qt.FocusReason.TabFocusReason))
    assert button.grab().toImage() != before


def test_a_hidden_button_forgets_its_press(button: TouchButton, used: Count) -> None:
    finger = Finger(button).press(50, 50)
    button.hide()
    button.show()
    finger.release(50, 50)
    assert used.times == 0


def test_it_is_a_button_with_a_name_for_those_who_listen(button: TouchButton) -> None:
    spoken = QAccessible.queryAccessibleInterface(button)
    assert spoken.role() is QAccessible.Role.Button
    assert spoken.text(QAccessible.Text.Name) == "Print"


@pytest.mark.parametrize("kind", list(ButtonKind))
@pytest.mark.parametrize("size", list(TextSize))
def test_no_target_is_smaller_than_12_7_mm(kits: MakeKit, kind: ButtonKind, size: TextSize) -> None:
    kit = kits(size=size)
    button = TouchButton(kit, "OK", kind=kind)
    least = 18.0 if kind is ButtonKind.PRIMARY else 12.7
    hint, minimum = button.sizeHint(), button.minimumSizeHint()
    for length in (hint.width(), hint.height(), minimum.width(), button.heightForWidth(60)):
        assert length / kit.theme.pixels_per_mm >= least


def test_buttons_in_a_column_keep_their_distance(kit: Kit, show: Show) -> None:
    one, two = TouchButton(kit, "One"), TouchButton(kit, "Two")
    show(Column(kit, [one, two], gap=kit.theme.gap))
    distance = two.geometry().top() - one.geometry().bottom() - 1
    assert distance / kit.theme.pixels_per_mm >= 2.54


@pytest.mark.parametrize("tag", list(WORDS))
@pytest.mark.parametrize("size", [TextSize.SMALL, TextSize.LARGEST])
@pytest.mark.parametrize("shape", list(Shape))
@pytest.mark.parametrize("width", [240, 500])
def test_words_are_never_cut(
    kits: MakeKit, tag: str, size: TextSize, shape: Shape, width: int
) -> None:
    kit = kits(tag, size)
    button = TouchButton(kit, WORDS[tag], "help", detail=WORDS[tag], shape=shape)
    height = button.heightForWidth(width)
    placed = button.placed(width)
    assert placed.height <= height
    assert not placed.overflows
    shown = "".join(line.text for words in placed.words for line in words.layout.lines)
    wanted = WORDS[tag].replace("\u200b", "")
    assert shown.replace(" ", "") == (wanted * 2).replace(" ", "")


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_parts_stand_in_the_direction_of_reading(kits: MakeKit, tag: str) -> None:
    button = TouchButton(kits(tag), WORDS[tag], "help", trailing="next")
    placed = button.placed(600)
    icon, trailing = placed.signs
    assert (icon.box.left() > trailing.box.left()) is (tag == "ar")


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_centred_icon_stays_beside_its_words(kits: MakeKit, tag: str) -> None:
    kit = kits(tag)
    button = TouchButton(kit, "OK", "print", ButtonKind.PRIMARY, centered=True)
    placed = button.placed(800)
    (icon,), (words,) = placed.signs, placed.words
    line = words.layout.lines[0]
    left = words.at.x() + line.x
    apart = left - icon.box.right() if tag == "en" else icon.box.left() - left - line.width
    assert 0 < apart <= kit.theme.px(4.0)


@pytest.mark.parametrize("contrast", list(Contrast))
def test_chosen_and_not_chosen_differ_without_colour(
    kits: MakeKit, show: Show, contrast: Contrast
) -> None:
    kit = kits(contrast=contrast)
    for many in (False, True):
        pictures = []
        for chosen in (False, True):
            choice = Choice(kit, "Yes", many=many, chosen=chosen)
            show(choice, 300, 90)
            grey = choice.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
            pictures.append(grey)
        assert not alike(pictures[0], pictures[1], tolerance=0.01)


@pytest.mark.parametrize("contrast", list(Contrast))
@pytest.mark.parametrize("kind", list(ButtonKind))
def test_every_state_differs_without_colour(
    kits: MakeKit, show: Show, contrast: Contrast, kind: ButtonKind
) -> None:
    """Resting, focused, pressed and switched off are told apart in a greyscale picture (A05)."""
    kit = kits(contrast=contrast)
    pictures = []
    for state in ("rest", "focus", "press", "off"):
        button = TouchButton(kit, "Words", kind=kind)
        show(button, 300, 90)
        if state == "focus":
            QApplication.sendEvent(button, _focus_in(Qt.FocusReason.TabFocusReason))
        button.setDown(state == "press")
        button.setEnabled(state != "off")
        grey = button.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        pictures.append(grey)
    for index, one in enumerate(pictures):
        for other in pictures[index + 1 :]:
            assert not alike(one, other, tolerance=0.003)


def test_one_choice_stays_chosen_and_a_box_can_be_emptied(
    kit: Kit, show: Show, clock: Clock
) -> None:
    for many, expected in ((False, [True]), (True, [True, False])):
        said: list[bool] = []
        choice = Choice(kit, "Yes", many=many)
        choice.toggled_to.connect(said.append)
        show(choice, 300, 90)
        for _ in range(2):
            clock.now += 1
            Finger(choice).press(20, 20).release(20, 20)
        assert said == expected
        assert choice.is_chosen is expected[-1]


def _focus_in(reason: Qt.FocusReason) -> QEvent:
    return QFocusEvent(QEvent.Type.FocusIn, reason)
