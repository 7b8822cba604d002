"""I need an interpreter."""

from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_


def build(stage: Stage) -> Scene:
    """Words to show."""
    return Scene(stage.column(stage.say(N_("I need an interpreter"))))
