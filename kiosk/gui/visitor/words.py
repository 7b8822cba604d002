"""The glossary from A to Z."""

from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_


def build(stage: Stage) -> Scene:
    """All words."""
    return Scene(stage.column(stage.say(N_("Words explained"))))
