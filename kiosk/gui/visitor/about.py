"""What this is about, without a question."""

from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_


def build(stage: Stage) -> Scene:
    """The public view."""
    return Scene(stage.column(stage.say(N_("What is assisted voluntary return?"))))
