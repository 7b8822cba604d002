"""Talk to a person: every way there is."""

from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_


def build(stage: Stage) -> Scene:
    """All ways."""
    return Scene(stage.column(stage.say(N_("Talk to a person"))))
