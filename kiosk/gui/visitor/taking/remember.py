"""A date to remember."""

from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_


def build(stage: Stage) -> Scene:
    """The date."""
    return Scene(stage.column(stage.say(N_("Remember a date"))))
