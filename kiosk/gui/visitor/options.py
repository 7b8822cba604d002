"""My options: every option with its verdict and reasons, in an order that never follows them."""

from functools import partial

from kiosk.core.kinds import NoticePlace
from kiosk.core.session import Screen
from kiosk.gui.kit.card import Ground
from kiosk.gui.reading.verdict import OptionCard, VerdictView
from kiosk.gui.visitor.after_reading import add_after_reading
from kiosk.gui.visitor.missing import build_missing
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_


def build(stage: Stage) -> Scene:
    """The options side by side; protection and help stand above them for everybody."""
    visit = stage.visit
    lead = visit.notice(NoticePlace.ONLY_OFFICE_DECIDES)
    column = stage.column(stage.say(N_("My options")), lead.value)
    for text in visit.advice.first_words:
        column.add(stage.notice(text, "scale", Ground.SAFETY))
    column.add(stage.notice(visit.notice(NoticePlace.PROTECTION), "shield", Ground.SAFETY))
    for option in visit.advice.options:
        card = OptionCard(stage.kit, option)
        card.activated.connect(partial(stage.steering.go, Screen.OPTION, option.programme.id))
        column.add(card)
    ask = stage.way(stage.say(N_("Answer a few questions")), "chat", Screen.QUESTIONS)
    sheet = stage.primary(stage.say(N_("My sheet")), "sheet")
    sheet.activated.connect(partial(stage.steering.go, Screen.SHEET_CHOICE))
    return Scene(column, stage.footer(ask, sheet))


def build_option(stage: Stage) -> Scene:
    """One option whole: what it gives, conditions, papers, steps, what is hard, coming back."""
    visit = stage.visit
    option = visit.advice.find(visit.session.place.subject)
    if option is None:
        return build_missing(stage)
    found = [visit.service(ref) for ref in option.programme.contacts]
    contacts = [service for service in found if service is not None]
    sources = visit.sources(option.programme)
    column = stage.column()
    column.add(VerdictView(stage.kit, option, sources, contacts=contacts))
    add_after_reading(stage, column, option.programme)
    return Scene(column)
