"""How somebody listens."""

from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_


def build(stage: Stage) -> Scene:
    """Volume and pace."""
    return Scene(stage.column(stage.say(N_("Sound"))))
