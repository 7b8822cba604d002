"""The alert over a screen that nobody has touched for a while."""

from kiosk.gui.kit.small import Icon
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.formatting import format_number
from kiosk.i18n.translator import N_


class IdleAlert:
    """Are you still there: any touch goes on. The seconds that are left count down."""

    def __init__(self, stage: Stage, seconds: int) -> None:
        """Opened over the screen somebody left."""
        self._words = stage.kit.translator
        self._language = stage.kit.language
        column = stage.column()
        column.add_stretch()
        column.add(Icon(stage.kit, "clock", role=Role.DISPLAY, scale=1.4))
        column.add(TextBlock(stage.kit, stage.say(N_("Are you still there?")), Role.DISPLAY))
        self._countdown = TextBlock(stage.kit, "", Role.HEADING)
        column.add(self._countdown)
        column.add(TextBlock(stage.kit, stage.say(N_("Touch the screen to go on."))))
        go_on = stage.primary(stage.say(N_("I am still here")), "check")
        go_on.activated.connect(stage.steering.touched)
        column.add_stretch()
        self.scene = Scene(column, stage.footer(go_on))
        self.show_seconds(seconds)

    def show_seconds(self, seconds: int) -> None:
        """How long there is to answer."""
        words = self._words.ngettext(
            "Everything will be cleared in {seconds} second.",
            "Everything will be cleared in {seconds} seconds.",
            seconds,
        )
        self._countdown.show_text(words.format(seconds=format_number(seconds, self._language)))
