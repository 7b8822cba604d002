"""Icons: loaded late, one closed set, mirrored where they point along the line."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.gui.kit.icons import ICON_NAMES, IconShelf
from tests.gui.kit.gallery import alike


@pytest.fixture(scope="module")
def shelf(qapp: object) -> IconShelf:
    made = IconShelf()
    made.load()
    return made


def drawn(shelf: IconShelf, name: str, *, rtl: bool = False) -> QImage:
    image = QImage(48, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    shelf.draw(painter, name, QRectF(0, 0, 48, 48), "#000000", rtl=rtl)
    painter.end()
    return image


def test_nothing_is_drawn_or_imported_before_it_is_loaded(qapp: object) -> None:
    late = IconShelf()
    empty = drawn(late, "")
    assert drawn(late, "home") == empty
    late.load()
    assert drawn(late, "home") != empty


def test_the_kit_does_not_import_qtawesome_by_itself() -> None:
    code = "import sys, kiosk.gui.kit.touch_scroll; sys.exit('qtawesome' in sys.modules)"
    root = Path(__file__).parents[3]
    assert subprocess.run([sys.executable, "-c", code], cwd=root).returncode == 0


def test_every_name_has_a_picture_of_its_own_family(shelf: IconShelf) -> None:
    empty = drawn(shelf, "")
    assert [name for name in ICON_NAMES if drawn(shelf, name) == empty] == []
    unknown = drawn(shelf, "article")
    assert drawn(shelf, "no-such-icon") == unknown
    same = [name for name in ICON_NAMES - {"article"} if drawn(shelf, name) == unknown]
    assert same == []


@pytest.mark.parametrize("name", ["back", "next", "end"])
def test_arrows_point_along_the_line(shelf: IconShelf, name: str) -> None:
    mirrored = drawn(shelf, name, rtl=True)
    assert not alike(drawn(shelf, name), mirrored)
    assert alike(drawn(shelf, name), mirrored.flipped(Qt.Orientation.Horizontal))


@pytest.mark.parametrize("name", ["up", "down", "clock", "phone", "check"])
def test_what_does_not_point_along_the_line_stays(shelf: IconShelf, name: str) -> None:
    assert drawn(shelf, name) == drawn(shelf, name, rtl=True)
