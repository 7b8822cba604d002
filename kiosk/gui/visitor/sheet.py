"""My sheet: who may find it, then the paper itself as preview, then print."""

from functools import partial

from kiosk.core.languages import LANGUAGES
from kiosk.gui.kit.choice import Choice
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.notice import Notice
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.visitor.preview import Preview, scene_with_print
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.gui.visitor.sheet_maker import SheetWish
from kiosk.i18n.translator import N_


def build_choice(stage: Stage) -> Scene:
    """Two equal buttons; where the printer is out of reach, only the discreet sheet."""
    column = stage.column(
        stage.say(N_("Who may find your sheet?")),
        stage.say(N_("Paper can be found by others. Choose what may stand on it.")),
    )
    others = stage.tile(
        stage.say(N_("Others may see it")),
        "people-eye",
        stage.say(N_("No reasons, no answers, no code. From outside it looks like any paper.")),
    )
    others.activated.connect(partial(stage.steering.choose_sheet, only_i_see_it=False))
    ways = [others]
    if stage.visit.visiting.site.printer_in_reach:
        mine = stage.tile(
            stage.say(N_("Only I will see it")),
            "only-me",
            stage.say(N_("With the reasons for each option, and a code for a counsellor.")),
        )
        mine.activated.connect(partial(stage.steering.choose_sheet, only_i_see_it=True))
        ways.insert(0, mine)
    else:
        text = stage.say(
            N_("The printer stands where others can see it. So only this sheet prints.")
        )
        column.add(Notice(stage.kit, text, "info"))
    column.add(FlowGrid(stage.kit, ways, most=2))
    return Scene(column)


def build_sheet(stage: Stage) -> Scene:
    """The preview with what else may stand on it, and the button that prints."""
    visit = stage.visit
    paper, large = visit.visiting.site.paper, visit.session.large_print
    maker = stage.maker()
    preview = Preview(stage, maker, SheetWish(visit.sheet_request, paper, large))
    column = Column(stage.kit, margin=stage.kit.theme.margin)
    column.add(TextBlock(stage.kit, stage.say(N_("My sheet")), Role.TITLE))
    lead = stage.say(N_("This is exactly what will be printed."))
    column.add(TextBlock(stage.kit, lead, tone=Tone.SOFT))
    column.add(FlowGrid(stage.kit, _switches(stage), most=2))
    column.add(TextBlock(stage.kit, stage.say(N_("Second language on the sheet")), bold=True))
    column.add(FlowGrid(stage.kit, _languages(stage), most=3))
    column.add(preview)
    return scene_with_print(stage, column, preview, maker)


def _switches(stage: Stage) -> list[Choice]:
    session = stage.visit.session
    large = Choice(stage.kit, stage.say(N_("Large print")), chosen=session.large_print, many=True)
    large.toggled_to.connect(stage.steering.choose_large_print)
    if not session.only_i_see_it:
        return [large]
    answers = Choice(
        stage.kit,
        stage.say(N_("Also print what I answered")),
        chosen=session.print_answers,
        many=True,
    )
    answers.toggled_to.connect(stage.steering.choose_print_answers)
    return [large, answers]


def _languages(stage: Stage) -> list[Choice]:
    session = stage.visit.session
    none = Choice(
        stage.kit, stage.say(N_("None")), chosen=session.sheet_also in (None, session.language)
    )
    none.activated.connect(partial(stage.steering.choose_sheet_also, None))
    choices = [none]
    for tag in stage.visit.languages:
        if tag != session.language:
            language = LANGUAGES[tag]
            choice = Choice(
                stage.kit, language.endonym, chosen=session.sheet_also == tag, language=language
            )
            choice.activated.connect(partial(stage.steering.choose_sheet_also, tag))
            choices.append(choice)
    return choices
