"""Ask for a counsellor: with whom, then large words to show at the desk. Nothing is sent."""

from collections.abc import Iterable

from kiosk.core.kinds import CounsellorSex, NoticePlace
from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.card import Ground
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.notice import Notice
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.visitor.missing import build_missing
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.gui.visitor.talking.desk_card import desk_cards, desk_scene, large
from kiosk.gui.visitor.talking.whose_staff import help_elsewhere, whose_staff
from kiosk.i18n.formatting import language_name
from kiosk.i18n.translator import N_
from kiosk.services.talking import Talking

ANYBODY = "anybody"

_WITH_WHOM = N_("With whom would you like to talk?")
_OF_THIS_OFFICE = N_("A counsellor of this office")

_NAMES = {
    CounsellorSex.WOMAN.value: N_("With a woman"),
    CounsellorSex.MAN.value: N_("With a man"),
    ANYBODY: N_("It does not matter"),
}

_ASKS = {
    CounsellorSex.WOMAN.value: N_("I would like to talk with a counsellor who is a woman."),
    CounsellorSex.MAN.value: N_("I would like to talk with a counsellor who is a man."),
    ANYBODY: N_("I would like to talk with a counsellor."),
}


def build(stage: Stage) -> Scene:
    """With whom; with a wish as the subject, the words to show."""
    wish = stage.visit.session.place.subject
    if not wish:
        return _question(stage)
    return _words(stage, wish) if wish in _ASKS else build_missing(stage)


def _question(stage: Stage) -> Scene:
    column = stage.column(
        stage.say(N_("Ask for a counsellor")),
        stage.say(N_("Nothing is sent and nothing is kept. You show words at the desk.")),
    )
    if stage.visit.in_own_state:
        column.add(whose_staff(stage))
        column.add(help_elsewhere(stage))
    title = _OF_THIS_OFFICE if stage.visit.in_own_state else _WITH_WHOM
    column.add(TextBlock(stage.kit, stage.say(title), Role.HEADING))
    offered = [sex.value for sex in stage.visit.visiting.site.counsellors]
    if offered:
        wishes = [_wish(stage, stage.say(_NAMES[wish]), wish) for wish in (*offered, ANYBODY)]
        column.add(Column(stage.kit, wishes, gap=stage.kit.theme.px(4.0)))
    else:
        nobody = N_("You cannot choose here with whom you talk. You can ask at the desk.")
        column.add(Notice(stage.kit, stage.say(nobody), "info"))
        column.add(_wish(stage, stage.say(N_("Show the words for the desk")), ANYBODY))
    return Scene(column)


def _wish(stage: Stage, text: str, wish: str) -> TouchButton:
    return stage.way(text, "person", Screen.COUNSELLOR, wish, trailing="next")


def _words(stage: Stage, wish: str) -> Scene:
    own = stage.visit.session.language
    column = stage.column()
    if stage.visit.in_own_state:
        whose = stage.visit.notice(NoticePlace.OWN_STATE_WHOSE)
        column.add(stage.notice(whose, "warning", Ground.SAFETY))

    def sentences(kit: Kit) -> Iterable[TextBlock]:
        yield large(kit, kit.translator.gettext(_ASKS[wish]))
        name = language_name(own, kit.language)
        yield large(kit, kit.translator.fill(N_("My language: {language}"), language=name))

    column.add(desk_cards(stage, Talking(stage.visit).shown_in(own), sentences))
    freely = N_("You can ask to talk alone. You can stop at any time.")
    column.add(Notice(stage.kit, stage.say(freely), "info"))
    needed = stage.say(N_("I need an interpreter"))
    interpreter = stage.way(needed, "language", Screen.INTERPRETER, own)
    elsewhere = stage.way(stage.say(N_("Find help")), "care", Screen.HELP)
    ways = [interpreter, elsewhere] if stage.visit.session.has_pair else [interpreter]
    return desk_scene(stage, column, *ways)
