"""Topics: pages by section, and one page to read."""

from functools import partial

from kiosk.core.entries import Topic
from kiosk.core.kinds import TopicSection
from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.card import Card
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.reading.article import ArticleView
from kiosk.gui.reading.trust import SourceFooter
from kiosk.gui.visitor.after_reading import add_after_reading, add_words
from kiosk.gui.visitor.linking import follow_link
from kiosk.gui.visitor.missing import build_missing
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_

_SECTIONS = {
    TopicSection.CHOICES: N_("Your choices"),
    TopicSection.SAFETY: N_("Safety"),
    TopicSection.RETURN: N_("Going back"),
    TopicSection.COUNTRY: N_("About your country"),
    TopicSection.WORK: N_("Work"),
    TopicSection.MONEY: N_("Money"),
    TopicSection.HEALTH: N_("Health"),
    TopicSection.FAMILY: N_("Family and children"),
    TopicSection.PAPERS: N_("Papers"),
    TopicSection.WELLBEING: N_("How you feel"),
    TopicSection.STAY: N_("Living here"),
}


def build(stage: Stage) -> Scene:
    """All pages, grouped; agreements and the way to the words explained below."""
    column = stage.column(stage.say(N_("Topics")))
    for section, topics in stage.visit.topics.items():
        column.add(TextBlock(stage.kit, stage.say(_SECTIONS[section]), Role.HEADING))
        column.add(FlowGrid(stage.kit, [_topic_card(stage, topic) for topic in topics], most=2))
    agreements = stage.visit.agreements if stage.visit.session.has_pair else ()
    if agreements:
        title = stage.say(N_("Agreements between the two countries"))
        column.add(TextBlock(stage.kit, title, Role.HEADING))
        cards = [
            stage.entry_card(Screen.AGREEMENT, one.id, one.title, "document") for one in agreements
        ]
        column.add(FlowGrid(stage.kit, cards, most=2))
    title = stage.say(N_("Words explained"))
    detail = stage.say(N_("What difficult words mean, from A to Z"))
    words = stage.way(title, "book", Screen.WORDS, detail=detail, trailing="next")
    column.add(FlowGrid(stage.kit, [words], most=2))
    return Scene(column)


def build_topic(stage: Stage) -> Scene:
    """One page."""
    topic = stage.visit.topic(stage.visit.session.place.subject)
    if topic is None:
        return build_missing(stage)
    view = ArticleView(stage.kit, topic, stage.visit.sources(topic))
    view.link_chosen.connect(partial(follow_link, stage))
    column = stage.column()
    column.add(view)
    add_after_reading(stage, column, topic)
    return Scene(column)


def build_term(stage: Stage) -> Scene:
    """One word of the glossary."""
    term = stage.visit.term(stage.visit.session.place.subject)
    if term is None:
        return build_missing(stage)
    column = stage.column()
    column.add(TextBlock.of(stage.kit, term.term, Role.TITLE))
    column.add(TextBlock.of(stage.kit, term.meaning, Role.BODY))
    column.add(SourceFooter(stage.kit, term.checked, stage.visit.sources(term), term.owner))
    add_words(stage, column, term)
    return Scene(column)


def build_agreement(stage: Stage) -> Scene:
    """One agreement: who may use it and how, or "not known"."""
    agreement = stage.visit.agreement(stage.visit.session.place.subject)
    if agreement is None:
        return build_missing(stage)
    column = stage.column()
    column.add(TextBlock.of(stage.kit, agreement.title, Role.TITLE))
    column.add(TextBlock.of(stage.kit, agreement.summary, Role.BODY))
    for label, text in (
        (N_("Who may use it"), agreement.who_may_use),
        (N_("How to use it"), agreement.how),
    ):
        card = Card(stage.kit)
        card.add(TextBlock(stage.kit, stage.say(label), Role.CAPTION, tone=Tone.SOFT))
        known = TextBlock.of(stage.kit, text, Role.BODY) if text else None
        card.add(known or TextBlock(stage.kit, stage.say(N_("not known"))))
        column.add(card)
    column.add(SourceFooter(stage.kit, agreement.checked, stage.visit.sources(agreement)))
    add_after_reading(stage, column, agreement)
    return Scene(column)


def _topic_card(stage: Stage, topic: Topic) -> TouchButton:
    detail = topic.summary.value
    return stage.entry_card(Screen.TOPIC, topic.id, topic.title, topic.icon, detail)
