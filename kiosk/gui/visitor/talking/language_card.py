"""The card "Point to your language": seen before it is printed."""

from kiosk.core.language_card import CardRequest
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.visitor.preview import Preview, scene_with_print
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.gui.visitor.sheet_maker import CardWish
from kiosk.i18n.translator import N_
from kiosk.services.talking import Talking


def build(stage: Stage) -> Scene:
    """The preview and the button that prints."""
    visit = stage.visit
    request = CardRequest(
        language=visit.session.language,
        also=Talking(visit).desk_languages,
        first=visit.languages,
    )
    maker = stage.maker()
    preview = Preview(stage, maker, CardWish(request, visit.visiting.site.paper))
    column = Column(stage.kit, margin=stage.kit.theme.margin)
    column.add(TextBlock(stage.kit, stage.say(N_("Point to your language")), Role.TITLE))
    lead = stage.say(N_("This card is the same for everybody. It says nothing about you."))
    column.add(TextBlock(stage.kit, lead, tone=Tone.SOFT))
    column.add(preview)
    return scene_with_print(stage, column, preview, maker)
