"""How to complain."""

from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_


def build(stage: Stage) -> Scene:
    """The route."""
    return Scene(stage.column(stage.say(N_("Complain or appeal"))))
