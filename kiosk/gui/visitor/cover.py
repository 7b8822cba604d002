"""The neutral picture that hides everything: nothing on it tells what this kiosk is about."""

from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_


def build(stage: Stage) -> Scene:
    """One sentence; a touch anywhere brings back what stood there, and does nothing else."""
    column = stage.column()
    column.add_stretch()
    column.add(TextBlock(stage.kit, stage.say(N_("Touch the screen to go on.")), Role.TITLE))
    column.add_stretch()
    return Scene(column, is_bare=True)
