"""No raw literal reaches a widget."""

import ast
from pathlib import Path

import pytest

from tools.check_literals import literal_findings, own_showers, qt_showers

PATH = Path("kiosk/gui/visitor/home_screen.py")
KIT = """
class TouchButton(QWidget):
    def __init__(self, engine: TextEngine, text: str, *, accessible_name: str = "") -> None: ...
    def set_text(self, text: str) -> None: ...
    def add(self, text: str) -> None: ...
@dataclass(frozen=True)
class Choice:
    id: str
    label: str
def show_notice(title: str, icon: str) -> None: ...
"""


def literals(code: str) -> list[str]:
    trees = {Path("kit.py"): ast.parse(KIT), PATH: ast.parse(code)}
    showers = own_showers(trees) | qt_showers()
    return [finding.what for finding in literal_findings(PATH, trees[PATH], showers)]


@pytest.mark.parametrize(
    "call",
    [
        "label.setText('Back')",
        "QLabel('Back')",
        "QPushButton(icon, 'Back')",
        "tabs.setTabText(1, 'Back')",
        "button.setAccessibleName('Back' if back else self.tr.gettext('On'))",
        "label.setText(f'{name} Back')",
        "label.setText(name + ' Back')",
        "label.setText('Back {n}'.format(n=2))",
        "TouchButton(engine, 'Back')",
        "TouchButton(engine, translated, accessible_name='Back')",
        "kit.TouchButton(engine, text='Back')",
        "button.set_text('Back')",
        "show_notice('Back', 'info')",
        "Choice('back', 'Back')",
        "Choice(id='back', label='Back')",
        "BACK = 'Back'\nlabel.setText(BACK)",
    ],
)
def test_a_literal_that_a_person_would_read_is_found(call: str) -> None:
    (what,) = literals(call)
    assert "Back" in what


@pytest.mark.parametrize(
    "call",
    [
        "label.setText(self.translator.gettext('Back'))",
        "label.setText(_('{count} pages').format(count=2))",
        "label.setText('')",
        "label.setText('— ' + name)",
        "label.setObjectName('back')",
        "show_notice(title, 'info')",
        "Choice('back', name)",
        "names.add('back')",
        "TouchButton(engine, name)",
        "BACK = N_('Back')\nlabel.setText(tr.gettext(BACK))",
        "def show(text: str) -> None:\n    label.setText(text)",
    ],
)
def test_translated_text_and_what_nobody_reads_passes(call: str) -> None:
    assert literals(call) == []


def test_the_line_of_the_literal_is_named() -> None:
    tree = ast.parse("label.setText(\n    'Back'\n)")
    (finding,) = literal_findings(PATH, tree, qt_showers())
    assert str(finding) == (
        "kiosk/gui/visitor/home_screen.py:2: setText() shows the literal 'Back'; "
        "pass it through the translator: gettext(…)"
    )
