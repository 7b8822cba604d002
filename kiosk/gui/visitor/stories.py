"""Stories of people who went back: an example each, told with consent, good and hard ones alike."""

from collections.abc import Iterable

from kiosk.core.entries import Story
from kiosk.core.kinds import StoryTone
from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.card import Ground
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.flow_row import FlowRow
from kiosk.gui.kit.notice import Notice
from kiosk.gui.kit.small import Chip, ChipKind, Line
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.reading.trust import SourceFooter, trust_widgets
from kiosk.gui.visitor.after_reading import add_after_reading
from kiosk.gui.visitor.empty import Empty, Nothing
from kiosk.gui.visitor.missing import build_missing, ways_on
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.formatting import country_name
from kiosk.i18n.translator import N_

_EXAMPLE = N_("One person's story. An example only.")
_TONES = {
    StoryTone.GOOD: N_("It went well"),
    StoryTone.HARD: N_("It was hard"),
    StoryTone.MIXED: N_("Some went well, some was hard"),
}


def build(stage: Stage) -> Scene:
    """All stories of the two countries, or plainly that there are none."""
    stories = stage.visit.stories
    if not stories:
        return _none(stage)
    column = stage.column(stage.say(N_("Stories")), stage.say(_EXAMPLE))
    if not _are_balanced(stories):
        one_kind = stage.say(N_("Only stories of one kind are on record."))
        column.add(Notice(stage.kit, one_kind, "info", Ground.CAUTION))
    column.add(FlowGrid(stage.kit, [_card(stage, story) for story in stories], most=2))
    return Scene(column)


def build_story(stage: Stage) -> Scene:
    """One story between the mark that it is an example and the consent it was told with."""
    story = stage.visit.story(stage.visit.session.place.subject)
    if story is None:
        return build_missing(stage)
    kit = stage.kit
    column = stage.column()
    column.add(TextBlock.of(kit, story.title, Role.TITLE))
    column.add(FlowRow(kit, [Chip(kit, stage.say(_EXAMPLE), ChipKind.INFO)]))
    for widget in trust_widgets(kit, (story.title, story.body)):
        column.add(widget)
    column.add(Line(kit, country_name(story.country, kit.language), "map-pin", tone=Tone.SOFT))
    column.add(TextBlock(kit, stage.say(_TONES[story.tone]), tone=Tone.SOFT))
    column.add(TextBlock.of(kit, story.body))
    column.add(Line(kit, stage.say(N_("Published with consent.")), "check-circle", tone=Tone.SOFT))
    column.add(SourceFooter(kit, story.checked, stage.visit.sources(story), story.owner))
    add_after_reading(stage, column, story)
    return Scene(column)


def _none(stage: Stage) -> Scene:
    """None was told yet; nobody makes one up."""
    column = stage.column(stage.say(N_("Stories")), stage.say(N_("No stories on record yet.")))
    words = stage.say(
        N_("A story stands here only when the person who lived it has agreed. We invent none.")
    )
    column.add(Empty(stage.kit, Nothing.NOT_HERE, words))
    return Scene(column, stage.footer(*ways_on(stage)))


def _card(stage: Stage, story: Story) -> TouchButton:
    where = country_name(story.country, stage.kit.language)
    detail = f"{where}. {stage.say(_TONES[story.tone])}."
    return stage.entry_card(Screen.STORY, story.id, story.title, "story", detail)


def _are_balanced(stories: Iterable[Story]) -> bool:
    """True where good and hard ones stand side by side."""
    tones = {story.tone for story in stories}
    return StoryTone.MIXED in tones or {StoryTone.GOOD, StoryTone.HARD} <= tones
