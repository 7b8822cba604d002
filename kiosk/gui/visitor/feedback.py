"""Was this useful?"""

from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_


def build(stage: Stage) -> Scene:
    """Four answers."""
    return Scene(stage.column(stage.say(N_("Was this useful?"))))
