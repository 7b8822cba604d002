"""What stands where a page is no longer to be shown, or cannot be: never a dead end."""

from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.visitor.empty import Empty, Nothing
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_


def build_missing(stage: Stage) -> Scene:
    """A page that is not, or no longer, here: a plain sentence and ways on."""
    column = stage.column(stage.say(N_("This page is not here")))
    sentence = stage.say(N_("Look at the topics, or find people who can help."))
    column.add(Empty(stage.kit, Nothing.NOT_HERE, sentence))
    return Scene(column, stage.footer(*ways_on(stage)))


def build_broken(stage: Stage) -> Scene:
    """A page that could not be built: it is not the person's fault, and the way on stands here."""
    column = stage.column(stage.say(N_("This page cannot be shown now")))
    sentence = stage.say(N_("You did nothing wrong. Go back, or look at something else."))
    column.add(Empty(stage.kit, Nothing.CANNOT_BE_SHOWN, sentence))
    return Scene(column, stage.footer(*ways_on(stage)))


def ways_on(stage: Stage) -> list[TouchButton]:
    """Topics and help once both countries are known, else one step back or the first screen."""
    if not stage.visit.session.has_pair:
        first = stage.secondary(stage.say(N_("Back to the start")), "home")
        first.activated.connect(stage.steering.end)
        return [first]
    return [
        stage.way(stage.say(N_("Topics")), "topics", Screen.TOPICS),
        stage.way(stage.say(N_("Find help")), "care", Screen.HELP),
    ]
