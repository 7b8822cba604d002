"""Where a link inside a text leads: to an entry on this machine, never out of it."""

from kiosk.core.entries import Agreement, Programme, Right, Service, Term, Topic
from kiosk.core.session import Screen
from kiosk.gui.visitor.scene import Stage

SCREENS = {
    Topic: Screen.TOPIC,
    Right: Screen.RIGHT,
    Service: Screen.SERVICE,
    Term: Screen.TERM,
    Agreement: Screen.AGREEMENT,
    Programme: Screen.OPTION,
}


def follow_link(stage: Stage, target: str) -> None:
    """Open the entry a link names; anything else stays where it is."""
    entry = stage.visit.find(target)
    screen = SCREENS.get(type(entry)) if entry is not None else None
    if screen is Screen.OPTION and not stage.visit.session.has_pair:
        # Whether an option fits depends on both countries: they are asked first.
        stage.steering.about_read()
    elif screen is not None:
        stage.steering.go(screen, target)
