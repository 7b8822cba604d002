"""Stories of people who went back."""

from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_


def build(stage: Stage) -> Scene:
    """All stories."""
    return Scene(stage.column(stage.say(N_("Stories"))))


def build_story(stage: Stage) -> Scene:
    """One story."""
    return build(stage)
