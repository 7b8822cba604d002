"""The questions: an explanation first, then one per screen; skip is always there."""

from functools import partial

from kiosk.core.questions import QUESTIONS
from kiosk.core.session import Screen
from kiosk.gui.kit.card import Card
from kiosk.gui.kit.notice import ProgressSteps
from kiosk.gui.kit.small import Line
from kiosk.gui.reading.question import QuestionView
from kiosk.gui.visitor.empty import Empty, Nothing
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_

_PROMISES = (
    ("check", N_("You can skip every question.")),
    ("lock", N_("Your answers are gone when you end.")),
    ("compass", N_("The answers only help to sort out which conditions fit.")),
)


def build(stage: Stage) -> Scene:
    """What the questions are for."""
    lead = stage.say(N_("Some questions are private. Look who is near you before you answer."))
    column = stage.column(stage.say(N_("A few questions, if you like")), lead)
    card = Card(stage.kit)
    for icon, promise in _PROMISES:
        card.add(Line(stage.kit, stage.say(promise), icon))
    column.add(card)
    options = stage.say(N_("See the options without questions"))
    without = stage.way(options, "options", Screen.OPTIONS)
    begin = stage.primary(stage.say(N_("Begin")))
    first = next(iter(QUESTIONS))
    begin.activated.connect(partial(stage.steering.go, Screen.QUESTION, first))
    return Scene(column, stage.footer(without, begin))


def build_question(stage: Stage) -> Scene:
    """One question with why it is asked; its answers keep until changed or skipped."""
    question_id = stage.visit.session.place.subject
    order = list(QUESTIONS)
    column = stage.column()
    column.set_margins(stage.kit.theme.margin, stage.kit.theme.gap)
    progress = stage.say(N_("Question {number} of {all}")).format(
        number=order.index(question_id) + 1, all=len(order)
    )
    steps = ProgressSteps(stage.kit, progress, order.index(question_id) + 1, len(order))
    question = stage.visit.question(question_id)
    view = QuestionView(stage.kit, question, stage.visit.session.answers[question_id])
    view.answer_changed.connect(partial(stage.steering.answer, question_id))
    column.add(view)
    if not question.values:
        sentence = stage.say(N_("No choice is on record for this yet. You can go on."))
        column.add(Empty(stage.kit, Nothing.NOT_KNOWN, sentence))
    skip = stage.secondary(stage.say(N_("Skip this question")))
    skip.activated.connect(partial(stage.steering.skip, question_id))
    go_on = stage.primary(stage.say(N_("Go on")))
    go_on.activated.connect(partial(stage.steering.next_question, question_id))
    return Scene(column, stage.footer(skip, go_on), stage.head(steps))
