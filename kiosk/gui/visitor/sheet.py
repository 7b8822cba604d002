"""My sheet: who may find it, then the paper itself as preview, then print."""

from functools import partial

from PySide6.QtCore import Signal

from kiosk.core.languages import LANGUAGES
from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.choice import Choice
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.face import Shape
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.notice import Notice
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.reading.sheet import SheetView
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.gui.visitor.sheet_maker import SheetMaker, SheetWish
from kiosk.i18n.translator import N_
from kiosk.services.handouts import Sheet


def build_choice(stage: Stage) -> Scene:
    """Two equal buttons; where the printer is out of reach, only the discreet sheet."""
    column = stage.column(
        stage.say(N_("Who may find your sheet?")),
        stage.say(N_("Paper can be found by others. Choose what may stand on it.")),
    )
    others = _way(
        stage,
        stage.say(N_("Others may see it")),
        stage.say(N_("No reasons, no answers, no code. From outside it looks like any paper.")),
        "people-eye",
    )
    others.activated.connect(partial(stage.steering.choose_sheet, only_i_see_it=False))
    ways = [others]
    if stage.visit.visiting.site.printer_in_reach:
        mine = _way(
            stage,
            stage.say(N_("Only I will see it")),
            stage.say(N_("With the reasons for each option, and a code for a counsellor.")),
            "only-me",
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


def _way(stage: Stage, name: str, detail: str, icon: str) -> TouchButton:
    return TouchButton(stage.kit, name, icon, detail=detail, shape=Shape.TILE, role=Role.HEADING)


def build_sheet(stage: Stage, maker: SheetMaker) -> Scene:
    """The preview with what else may stand on it, and the button that prints."""
    page = SheetPage(stage, maker)
    go_on = stage.primary(stage.say(N_("Print")), "print")
    go_on.activated.connect(maker.print_sheet)
    go_on.activated.connect(partial(stage.steering.go, Screen.PRINTING))
    footer = stage.footer(go_on)
    # What is not yet there cannot be printed.
    if maker.sheet is None:
        footer.hide()
        page.shown.connect(footer.show)
    return Scene(page, footer)


class SheetPage(Column):
    """The preview; says that it is being made until the paper is there, then `shown`."""

    shown = Signal()

    def __init__(self, stage: Stage, maker: SheetMaker) -> None:
        """Asks `maker` for the sheet at once."""
        super().__init__(stage.kit, margin=stage.kit.theme.margin)
        self._stage = stage
        self._build()
        maker.made.connect(self._on_made)
        maker.refused.connect(self._on_refused)
        session = stage.visit.session
        wish = SheetWish(
            stage.visit.sheet_request, stage.visit.visiting.site.paper, session.large_print
        )
        maker.wish(wish)
        if maker.sheet is not None:
            self._on_made(maker.sheet)

    def _build(self) -> None:
        stage = self._stage
        self.add(TextBlock(stage.kit, stage.say(N_("My sheet")), Role.TITLE))
        lead = stage.say(N_("This is exactly what will be printed."))
        self.add(TextBlock(stage.kit, lead, tone=Tone.SOFT))
        self.add(FlowGrid(stage.kit, self._switches(), most=2))
        self.add(TextBlock(stage.kit, stage.say(N_("Second language on the sheet")), bold=True))
        self.add(FlowGrid(stage.kit, self._languages(), most=3))
        self._busy = TextBlock(stage.kit, stage.say(N_("Your sheet is being made…")))
        self.add(self._busy)

    def _switches(self) -> list[Choice]:
        stage, session = self._stage, self._stage.visit.session
        large = Choice(
            stage.kit, stage.say(N_("Large print")), chosen=session.large_print, many=True
        )
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

    def _languages(self) -> list[Choice]:
        stage, session = self._stage, self._stage.visit.session
        none = Choice(
            stage.kit, stage.say(N_("None")), chosen=session.sheet_also in (None, session.language)
        )
        none.activated.connect(partial(stage.steering.choose_sheet_also, None))
        choices = [none]
        for tag in stage.visit.languages:
            if tag != session.language:
                language = LANGUAGES[tag]
                choice = Choice(
                    stage.kit,
                    language.endonym,
                    chosen=session.sheet_also == tag,
                    language=language,
                )
                choice.activated.connect(partial(stage.steering.choose_sheet_also, tag))
                choices.append(choice)
        return choices

    def _on_made(self, sheet: Sheet) -> None:
        self._busy.hide()
        self.add(SheetView(self._kit, sheet.pdf.data))
        self.shown.emit()

    def _on_refused(self, _line: str) -> None:
        words = N_("This language cannot be printed here. Ask staff, or choose another language.")
        self._busy.show_text(self._stage.say(words))
