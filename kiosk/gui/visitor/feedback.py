"""Was this useful? Four answers, nothing to type, kept as totals or not at all."""

from functools import partial

from kiosk.core.kinds import NoticePlace
from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.card import Ground
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.face import Shape
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.notice import Notice
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_
from kiosk.services.counting import Opinion

_OPINIONS = {
    Opinion.USEFUL: (N_("Useful"), "useful"),
    Opinion.NOT_USEFUL: (N_("Not useful"), "not-useful"),
    Opinion.WRONG: (N_("Something is wrong"), "warning"),
    Opinion.PRESSURE: (N_("I felt pushed"), "pressure"),
}


def build(stage: Stage) -> Scene:
    """The four answers, or thanks once one was touched."""
    said = stage.visit.session.place.subject
    return _thanks(stage, Opinion(said)) if said else _question(stage)


def _question(stage: Stage) -> Scene:
    if stage.visit.visiting.tally.counts:
        lead = N_("Nobody knows who said it. We keep only how many people chose each answer.")
    else:
        lead = N_("This kiosk keeps no answers, not even how many. You can tell the staff too.")
    column = stage.column(stage.say(N_("Was this useful?")))
    # Where room is short the four answers are to be seen at once.
    is_cramped = stage.is_wide and stage.kit.theme.text_size.is_large
    shape = Shape.ROW if is_cramped else Shape.TILE
    buttons = []
    for opinion, (words, icon) in _OPINIONS.items():
        button = TouchButton(stage.kit, stage.say(words), icon, shape=shape, role=Role.HEADING)
        button.activated.connect(partial(stage.steering.turn_to, opinion.value))
        buttons.append(button)
    column.add(FlowGrid(stage.kit, buttons, most=4 if stage.is_wide else 2))
    column.add(TextBlock(stage.kit, stage.say(lead), tone=Tone.SOFT))
    return Scene(column)


def _thanks(stage: Stage, opinion: Opinion) -> Scene:
    """Whoever felt pushed, or found a mistake, is shown where to say so and who can help."""
    column = stage.column(stage.say(N_("Thank you")))
    match opinion:
        case Opinion.PRESSURE:
            voluntary = stage.visit.notice(NoticePlace.VOLUNTARY)
            column.add(stage.notice(voluntary, "shield", Ground.SAFETY))
        case Opinion.WRONG:
            staff = stage.say(N_("Please show it to the staff, or use a way to complain."))
            column.add(Notice(stage.kit, staff, "info"))
        case _:
            column.add(TextBlock(stage.kit, stage.say(N_("You can go on, or end here."))))
    column.add(_ways_on(stage, opinion))
    return Scene(column)


def _ways_on(stage: Stage, opinion: Opinion) -> Column:
    ways = []
    if opinion in (Opinion.PRESSURE, Opinion.WRONG):
        complain = stage.say(N_("Where to complain"))
        ways.append(stage.way(complain, "complain", Screen.COMPLAINT))
        if stage.visit.session.has_pair:
            ways.append(stage.way(stage.say(N_("Find help")), "care", Screen.HELP))
    go_on = stage.secondary(stage.say(N_("Go on")), "next")
    go_on.activated.connect(stage.steering.back)
    end = stage.way(stage.say(N_("End and clear")), "end", Screen.END)
    return Column(stage.kit, [*ways, go_on, end], gap=stage.kit.theme.px(4.0))
