"""What stands where an entry is no longer to be shown: never a dead end."""

from functools import partial

from kiosk.core.session import Screen
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_


def build_missing(stage: Stage) -> Scene:
    """A plain sentence and ways on."""
    column = stage.column(
        stage.say(N_("This page is not here")),
        stage.say(N_("Look at the topics, or find people who can help.")),
    )
    topics = stage.secondary(stage.say(N_("Topics")), "topics")
    topics.activated.connect(partial(stage.steering.go, Screen.TOPICS))
    helpers = stage.secondary(stage.say(N_("Find help")), "care")
    helpers.activated.connect(partial(stage.steering.go, Screen.HELP))
    return Scene(column, stage.footer(topics, helpers))
