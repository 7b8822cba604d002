"""Content in a code for a phone."""

from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_


def build(stage: Stage) -> Scene:
    """The codes."""
    return Scene(stage.column(stage.say(N_("Take it with you"))))
