"""The first picture comes before anything that is slow to import."""

import json
import subprocess
import sys

from kiosk.app import ROOT
from tests.factories.shipped import MADE, shipped_packs, shipped_words

_TOO_SLOW = ["reportlab", "qtawesome", "sqlite_utils", "PySide6.QtPdf", "PySide6.QtMultimedia"]
_TOO_SLOW += ["babel", "phonenumbers", "pyipp", "polib", "markdown", "icu"]
_TOO_SLOW += ["kiosk.services.speaking", "numpy", "soundfile"]

_PROGRAM = """
import json, sys
from pathlib import Path
import kiosk.app as app
app.PACKS, app.CATALOGUES = Path(sys.argv[1]), Path(sys.argv[2])
application = app.open_qt(offscreen=True)
window = app.make_kiosk(app.open_context(), locked=True)
window.resize(1080, 1920)
window.show()
window.repaint()
print(json.dumps([name for name in sys.argv[3:] if name in sys.modules]))
"""


def test_nothing_slow_is_imported_before_the_first_picture() -> None:
    shipped_words()
    places = [str(shipped_packs()), str(MADE / "shipped-locale")]
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *places, *_TOO_SLOW],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
    assert done.stderr == ""
