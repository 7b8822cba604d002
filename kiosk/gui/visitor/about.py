"""What this is about, told without a question and without a country: balanced, sourced, dated.

Going back with help stands beside the other choices at the same size, what can be hard beside what
can help; all words are those of the pack `common`. The guides, which also ask nothing, open here
by their name.
"""

from functools import partial

from kiosk.core.ids import EntryRef
from kiosk.core.kinds import NoticePlace
from kiosk.core.session import Screen
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.reading.article import ArticleView
from kiosk.gui.visitor import guiding
from kiosk.gui.visitor.card_grid import card_grid
from kiosk.gui.visitor.linking import follow_link
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_

TOLD = (EntryRef("common/your-choices"), EntryRef("common/avrr"))
"""Pages shown whole, one after the other, in the same sizes."""

READ_MORE = (
    EntryRef("common/voluntary"),
    EntryRef("common/if-you-fear-going-back"),
    EntryRef("common/ways-to-migrate"),
    EntryRef("common/kinds-of-return"),
    EntryRef("common/help-for-your-situation"),
    EntryRef("common/your-data"),
)


def build(stage: Stage) -> Scene:
    """The public view; with a subject the guide of that name."""
    subject = stage.visit.session.place.subject
    return guiding.build(stage, subject) if subject else _build_public(stage)


def _build_public(stage: Stage) -> Scene:
    """All choices, both sides of going back with help, and a way into the kiosk."""
    lead = stage.say(N_("Going back with help is one choice among others. Read both sides."))
    column = stage.column(stage.say(N_("What is this about?")), lead)
    column.add(stage.notice(stage.visit.notice(NoticePlace.VOLUNTARY), "compass"))
    for ref in TOLD:
        topic = stage.visit.topic(ref)
        if topic is not None:
            view = ArticleView(stage.kit, topic, stage.visit.sources(topic))
            view.link_chosen.connect(partial(follow_link, stage))
            column.add(view)
    column.add(TextBlock(stage.kit, stage.say(N_("Read more")), Role.HEADING))
    found = [stage.visit.topic(ref) for ref in READ_MORE]
    cards = [
        stage.entry_card(Screen.TOPIC, t.id, t.title, t.icon, t.summary.value) for t in found if t
    ]
    column.add(card_grid(stage.kit, cards))
    if stage.visit.session.has_pair:
        return Scene(column)
    go_on = stage.primary(stage.say(N_("Go on")))
    go_on.activated.connect(stage.steering.about_read)
    return Scene(column, stage.footer(go_on))
