"""Deciding with the family."""

from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_


def build(stage: Stage) -> Scene:
    """Each a run of her own."""
    return Scene(stage.column(stage.say(N_("Decide with your family"))))
