"""Search as you type; what exists only in another language is shown with that language's name."""

from functools import partial

from kiosk.core.languages import LANGUAGES
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.text_field import TextField
from kiosk.gui.kit.theme import Tone
from kiosk.gui.visitor.keys import Typing
from kiosk.gui.visitor.linking import follow_link
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_
from kiosk.library import Hit

MOST_HITS = 12


def build(stage: Stage) -> Scene:
    """A field, what was found, and the keys below."""
    page = SearchPage(stage)
    return Scene(page, header=page.head, keys=page.keys)


class SearchPage(Column):
    """Results, with the field above them and the keys below.

    The words typed live in the session, so that the way back from a result finds them again.
    """

    def __init__(self, stage: Stage) -> None:
        """Searches at once for what was typed before."""
        super().__init__(stage.kit, margin=stage.kit.theme.margin)
        self._stage = stage
        self._build()
        self._connect()
        self._field.type(stage.visit.session.place.subject)

    def _build(self) -> None:
        stage = self._stage
        self._field = TextField(
            stage.kit, stage.say(N_("Search")), stage.say(N_("For example: lawyer, school, money"))
        )
        self.head = stage.head(self._field)
        self._note = TextBlock(stage.kit, "", tone=Tone.SOFT)
        self._note.hide()
        self.add(self._note)
        self._results = Column(stage.kit, gap=stage.kit.theme.px(4.0))
        self.add(self._results)
        self.keys = Typing(stage, self._field)

    def _connect(self) -> None:
        self._field.text_changed.connect(self._on_field_text_changed)

    def _on_field_text_changed(self, typed: str) -> None:
        self._stage.steering.keep_words(typed)
        hits = self._stage.visit.search(typed, MOST_HITS) if typed.strip() else ()
        self._results.clear()
        for hit in hits:
            self._results.add(self._card(hit))
        nothing = bool(typed.strip()) and not hits
        self._note.show_text(self._stage.say(N_("Nothing found. Try another word, or ask staff.")))
        self._note.setVisible(nothing)

    def _card(self, hit: Hit) -> TouchButton:
        stage = self._stage
        only = stage.say(N_("Only in {language}")) if hit.fallback else ""
        language = LANGUAGES[hit.language]
        card = TouchButton(
            stage.kit,
            hit.title,
            "article",
            detail="" if hit.fallback else hit.snippet,
            note=only.format(language=language.endonym),
            note_icon="language" if only else "",
            trailing="next",
            language=language,
        )
        card.activated.connect(partial(follow_link, stage, hit.id))
        return card
