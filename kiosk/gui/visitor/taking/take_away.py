"""Content in codes for a phone: a warning first, then one code after the other."""

from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.gui.kit.card import Ground
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.notice import Notice
from kiosk.gui.kit.qr import QrCode
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Tone
from kiosk.gui.visitor.missing import build_missing
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.gui.visitor.taking.code_scene import code_scene
from kiosk.i18n.formatting import format_number
from kiosk.i18n.translator import N_
from kiosk.services.phone_codes import Piece
from kiosk.services.taking_away import take_away

_SHOWN = "#"
"""Parts what is taken away from the number of the code that is shown."""


def build(stage: Stage) -> Scene:
    """The warning; once it was read, the code whose number stands behind the subject."""
    subject, _, number = stage.visit.session.place.subject.partition(_SHOWN)
    codes = take_away(stage.visit, subject)
    if not codes:
        return build_missing(stage)
    if number.isdecimal() and 1 <= int(number) <= len(codes):
        return _code(stage, subject, codes[int(number) - 1])
    return _warning(stage, subject, len(codes))


def shown(subject: str, number: int) -> str:
    """The subject of the page that shows code `number` of what is taken away."""
    return f"{subject}{_SHOWN}{number}"


def _warning(stage: Stage, subject: str, count: int) -> Scene:
    column = stage.column(
        stage.say(N_("Take it with you")),
        stage.say(N_("Your phone reads it from the screen with its camera. No network is needed.")),
    )
    risk = stage.say(
        N_("It stays in your phone. Whoever takes your phone can read it. You can delete it later.")
    )
    column.add(Notice(stage.kit, risk, "warning", Ground.CAUTION))
    codes = stage.kit.translator.ngettext(
        "There is {count} code.", "There are {count} codes, one after the other.", count
    )
    number = format_number(count, stage.kit.language)
    column.add(TextBlock(stage.kit, codes.format(count=number), tone=Tone.SOFT))
    better_not = stage.tile(stage.say(N_("Better not")), "back")
    better_not.activated.connect(stage.steering.back)
    show = stage.tile(stage.say(N_("Show the code")), "qr")
    show.activated.connect(partial(stage.steering.turn_to, shown(subject, 1)))
    column.add(FlowGrid(stage.kit, [better_not, show], most=2))
    return Scene(column)


def _code(stage: Stage, subject: str, piece: Piece) -> Scene:
    count = _count(stage, piece)
    name = stage.kit.translator.fill(N_("Code for your phone, {count}"), count=count)
    return code_scene(
        stage,
        stage.say(N_("Take it with you")),
        QrCode(stage.kit, piece.payload, name, roomy=not stage.is_wide),
        count if piece.of > 1 else "",
        stage.say(N_("Hold the camera of your phone over the code until it answers.")),
        _turns(stage, subject, piece),
    )


def _count(stage: Stage, piece: Piece) -> str:
    language = stage.kit.language
    return stage.say(N_("{number} of {count}")).format(
        number=format_number(piece.number, language), count=format_number(piece.of, language)
    )


def _turns(stage: Stage, subject: str, piece: Piece) -> list[QWidget]:
    """To the code before and to the next; after the last one back to what was read."""
    turns: list[QWidget] = []
    if piece.number > 1:
        before = stage.secondary(stage.say(N_("Code before")), "back")
        before.activated.connect(partial(stage.steering.turn_to, shown(subject, piece.number - 1)))
        turns.append(before)
    if piece.number < piece.of:
        following = stage.primary(stage.say(N_("Next code")))
        following.activated.connect(
            partial(stage.steering.turn_to, shown(subject, piece.number + 1))
        )
        turns.append(following)
    else:
        done = stage.primary(stage.say(N_("Done")), "check")
        done.activated.connect(stage.steering.back)
        turns.append(done)
    return turns
