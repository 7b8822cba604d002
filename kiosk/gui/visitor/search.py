"""Search as you type; what exists only in another language is shown with that language's name."""

from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.core.entries import EntryKind
from kiosk.core.languages import LANGUAGES
from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.text_field import TextField
from kiosk.gui.kit.theme import Tone
from kiosk.gui.visitor.empty import Empty, Nothing
from kiosk.gui.visitor.keys import Shortlist, Typing
from kiosk.gui.visitor.linking import follow_link
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.formatting import format_number
from kiosk.i18n.translator import N_
from kiosk.library import Hit

MOST_HITS = 12
_ICONS = {
    EntryKind.PROGRAMME: "options",
    EntryKind.SERVICE: "map-pin",
    EntryKind.AGREEMENT: "document",
    EntryKind.RIGHT: "scale",
    EntryKind.TERM: "book",
    EntryKind.OPPORTUNITY: "briefcase",
    EntryKind.STORY: "story",
}
_WAYS_ON = (
    (N_("Words explained"), "book", Screen.WORDS),
    (N_("Find help"), "compass", Screen.HELP),
    (N_("Talk to a person"), "chat", Screen.TALK),
)


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
        super().__init__(stage.kit)
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
        self.keys = Typing(stage, self._field, self.head)
        self._shortlist = Shortlist(self.keys, self)

    def _connect(self) -> None:
        self._field.text_changed.connect(self._on_field_text_changed)
        self.keys.opened.connect(self._show)

    def _on_field_text_changed(self, typed: str) -> None:
        self._stage.steering.keep_words(typed)
        self._show()

    def _show(self) -> None:
        """Look again for what is typed; in brief where the room is tight."""
        typed, tight = self._field.text, self.keys.is_tight
        gap, margin = self._kit.theme.gap, self._kit.theme.margin
        self.set_margins(gap if tight else margin, 0 if tight else margin)
        self._box.setSpacing(gap if tight else self._kit.theme.air)
        hits = self._stage.visit.search(typed, MOST_HITS) if typed.strip() else ()
        self._results.clear()
        self._note.setVisible(bool(hits))
        self._note.show_text(self._found(len(hits)))
        cards = [self._card(hit) for hit in hits]
        for card in cards:
            self._results.add(card)
        if typed.strip() and not hits:
            self._results.add(self._nothing())
        elif not hits and not tight:
            self._results.add(self._ways_on())
        self._shortlist.show(cards, self._note if hits else None)

    def _found(self, count: int) -> str:
        words = self._stage.kit.translator.ngettext("{count} result", "{count} results", count)
        return words.format(count=format_number(count, self._kit.language))

    def _nothing(self) -> Column:
        """That nothing was found; in one line where the room is tight."""
        sentence = self._stage.say(N_("Nothing found. Try another word, or:"))
        if self.keys.is_tight:
            said: QWidget = TextBlock(self._kit, sentence, tone=Tone.SOFT)
        else:
            said = Empty(self._kit, Nothing.NOT_FOUND, sentence)
        return Column(self._kit, [said, self._ways_on()], gap=self._kit.theme.px(4.0))

    def _ways_on(self) -> FlowGrid:
        """Where help is without the right word."""
        stage = self._stage
        ways = [
            stage.way(stage.say(name), icon, screen, trailing="next")
            for name, icon, screen in _WAYS_ON
        ]
        return FlowGrid(self._kit, ways, most=3)

    def _card(self, hit: Hit) -> TouchButton:
        stage, tight = self._stage, self.keys.is_tight
        only = stage.say(N_("Only in {language}")) if hit.fallback else ""
        language = LANGUAGES[hit.language]
        card = TouchButton(
            stage.kit,
            hit.title,
            "" if tight else _ICONS.get(hit.kind, "article"),
            detail="" if hit.fallback or tight else hit.snippet,
            note=only.format(language=language.endonym),
            note_icon="language" if only else "",
            trailing="" if tight else "next",
            bold=not tight,
            language=language,
        )
        card.activated.connect(partial(follow_link, stage, hit.id))
        return card
