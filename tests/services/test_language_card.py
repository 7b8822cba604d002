"""The card "Point to your language": every name there is, large enough, in its own script."""

from io import BytesIO
from itertools import pairwise

import polib
import pypdf
import pytest
from PySide6.QtWidgets import QApplication

from kiosk.core.ids import LanguageTag
from kiosk.core.kinds import Release
from kiosk.core.language_card import CardRequest, LanguageCard
from kiosk.core.languages import LANGUAGES, Language
from kiosk.core.paper import Paper
from kiosk.core.scripts import SCRIPTS
from kiosk.core.sheet import ElementKind
from kiosk.i18n.isolation import strip_invisible
from kiosk.i18n.translator import DOMAIN, Translators
from kiosk.printing.cells import CardRows, compose_card
from kiosk.printing.measures import CAPITAL, measures_for
from kiosk.services.handouts.language_card import CardWriter, left_out, spoken_languages
from kiosk.text import TextEngine
from tests.factories.shipped import Shipped
from tests.printing.sheets import plain, read_by_pypdf

ENGLISH, ARABIC = LanguageTag("en"), LanguageTag("ar")
OFFERED = tuple(LanguageTag(tag) for tag in ("en", "fr", "es", "ar", "km"))
TITLE, SPEAK = "Point to your language", "I speak this language."
SAID = {
    "fr": ("Montrez votre langue", "Je parle cette langue."),
    "es": ("Señale su idioma", "Hablo este idioma."),
    "ar": ("الإشارة إلى لغتك", "أتكلم هذه اللغة."),
    "km": ("សូមចង្អុលភាសារបស់អ្នក", "ខ្ញុំនិយាយភាសានេះ។"),
}
REQUEST = CardRequest(ENGLISH, also=OFFERED, first=OFFERED)
POINTS_PER_MM = 72 / 25.4


@pytest.fixture(scope="module")
def engine(qapp: QApplication) -> TextEngine:
    return TextEngine()


@pytest.fixture(scope="module")
def spoken_words(tmp_path_factory: pytest.TempPathFactory) -> Translators:
    """Catalogues that say the two sentences of the card."""
    folder = tmp_path_factory.mktemp("locale")
    for tag, words in SAID.items():
        catalogue = polib.POFile()
        catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
        for msgid, msgstr in zip((TITLE, SPEAK), words, strict=True):
            catalogue.append(polib.POEntry(msgid=msgid, msgstr=msgstr))
        place = folder / tag / "LC_MESSAGES"
        place.mkdir(parents=True)
        catalogue.save_as_mofile(str(place / f"{DOMAIN}.mo"))
    return Translators(folder)


def card_of(
    shipped: Shipped, engine: TextEngine, request: CardRequest = REQUEST, **how: Release
) -> LanguageCard:
    return CardWriter(shipped.words, engine, how.get("release", Release.PILOT)).write(request)


def names_on(card: LanguageCard) -> list[str]:
    return [cell[0].text for cell in card.cells]


@pytest.mark.parametrize("paper", list(Paper))
def test_every_language_stands_on_it_by_its_own_and_its_english_name(
    shipped: Shipped, engine: TextEngine, paper: Paper
) -> None:
    card = card_of(shipped, engine)
    text = read_by_pypdf(compose_card(card, paper, engine=engine).data)
    squeezed = "".join(text.split())
    spoken = [language for language in LANGUAGES.values() if not language.is_pseudo]
    assert len(card.cells) + len(card.left_out) == len(spoken)
    for language in spoken:
        assert "".join(language.name.split()) in squeezed, language.tag
        if language not in card.left_out:
            assert "".join(plain(language.endonym).split()) in squeezed, language.tag
    for tag in ("km", "ar", "ur", "fa-AF", "am", "bn"):
        assert LANGUAGES[LanguageTag(tag)] not in card.left_out


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize("tag", OFFERED)
def test_it_is_one_page_with_nothing_wider_than_its_cell(
    spoken_words: Translators, engine: TextEngine, paper: Paper, tag: LanguageTag
) -> None:
    request = CardRequest(tag, also=OFFERED, first=OFFERED)
    card = CardWriter(spoken_words, engine, Release.DEMO).write(request)
    assert len(card.plan.lead) == len(SAID)
    pdf = compose_card(card, paper, engine=engine)
    assert pdf.pages == 1
    assert pdf.warnings == ()
    assert pdf.missing_glyphs == 0


def test_names_are_drawn_with_capitals_of_three_and_a_half_millimetres(
    shipped: Shipped, engine: TextEngine
) -> None:
    data = compose_card(card_of(shipped, engine), Paper.A4, engine=engine).data
    capitals: dict[str, float] = {}

    def see(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        for word in text.split():
            capitals[word] = max(capitals.get(word, 0.0), size * CAPITAL / POINTS_PER_MM)

    pypdf.PdfReader(BytesIO(data)).pages[0].extract_text(visitor_text=see)
    for name in ("Soomaali", "Somali", "Kiswahili", "Українська", "Ukrainian", "አማርኛ"):
        assert capitals[name] >= 3.5, name


@pytest.mark.parametrize("paper", list(Paper))
def test_nothing_touches_the_frame_of_its_cell_or_runs_off_the_paper(
    shipped: Shipped, engine: TextEngine, paper: Paper
) -> None:
    measures = measures_for(paper, large_print=False, bilingual=False)
    rows = [row for row in CardRows(measures, engine).rows(card_of(shipped, engine)) if row.boxes]
    assert rows
    for row in rows:
        assert max(box.x + box.width for box in row.boxes) <= measures.width - measures.margin + 1
        for part in row.parts:
            box = next(b for b in row.boxes if b.x <= part.x < b.x + b.width)
            assert part.top >= 0
            assert part.bottom < row.height
            for line in part.lines:
                assert part.text_x + line.line.x >= box.x
                assert part.text_x + line.line.x + line.line.width <= box.x + box.width


def test_the_languages_of_the_kiosk_stand_first_then_script_by_script(
    shipped: Shipped, engine: TextEngine
) -> None:
    names = names_on(card_of(shipped, engine))
    assert names[:5] == ["English", "Français", "Español", "العربية", "ខ្មែរ"]
    later = spoken_languages(OFFERED)[5:]
    scripts = [language.script.code for language in later]
    assert sum(1 for one, next_ in pairwise(scripts) if one != next_) == (len(set(scripts)) - 1)
    latin = [language.endonym for language in later if language.script.code == "Latn"]
    assert latin.index("Deutsch") < latin.index("Italiano") < latin.index("Türkçe")


def test_nobody_is_offered_english_in_disguise() -> None:
    assert not [language for language in spoken_languages() if language.is_pseudo]
    assert len(spoken_languages((ARABIC, ARABIC))) == len(set(spoken_languages()))


def test_in_a_right_to_left_language_it_reads_from_the_right(
    shipped: Shipped, engine: TextEngine
) -> None:
    measures = measures_for(Paper.A4, large_print=False, bilingual=False)
    for tag, rtl in ((ENGLISH, False), (ARABIC, True)):
        card = card_of(shipped, engine, CardRequest(tag, first=OFFERED))
        first = next(row for row in CardRows(measures, engine).rows(card) if row.boxes)
        assert (first.boxes[0].x > first.boxes[1].x) is rtl


def test_a_sentence_stands_only_where_a_catalogue_says_it(
    spoken_words: Translators, engine: TextEngine
) -> None:
    card = CardWriter(spoken_words, engine, Release.PILOT).write(REQUEST)
    said = {
        cell[0].language: strip_invisible(cell[-1].text)
        for cell in card.cells
        if cell[-1].kind is ElementKind.SMALL
    }
    assert said == {"en": SPEAK} | {tag: words[1] for tag, words in SAID.items()}
    titles = [strip_invisible(element.text) for element in card.plan.lead]
    assert titles == [words[0] for words in SAID.values()]


def test_a_name_that_cannot_be_drawn_is_left_out_and_named(engine: TextEngine) -> None:
    unknown = Language(LanguageTag("xx"), "\U000107a0\U000107a1", "Linear A", SCRIPTS["Latn"], "en")
    known = LANGUAGES[LanguageTag("ti")]
    assert left_out(engine, (known, unknown)) == (unknown,)


def test_what_is_left_out_is_said_on_paper(shipped: Shipped, engine: TextEngine) -> None:
    card = card_of(shipped, engine)
    said = " ".join(note.text for note in card.notes)
    assert bool(card.left_out) is bool(card.notes)
    assert all(language.name in said for language in card.left_out)


def test_a_demonstration_says_so_on_paper(shipped: Shipped, engine: TextEngine) -> None:
    ribbon = "Demonstration – not for real use"
    for release, is_said in ((Release.DEMO, True), (Release.PILOT, False)):
        card = card_of(shipped, engine, release=release)
        text = read_by_pypdf(compose_card(card, Paper.A4, engine=engine).data)
        assert (ribbon in text) is is_said


def test_the_same_card_has_the_same_bytes(shipped: Shipped, engine: TextEngine) -> None:
    card = card_of(shipped, engine)
    first = compose_card(card, Paper.RECEIPT80, engine=engine).data
    engine.forget()
    assert compose_card(card, Paper.RECEIPT80, engine=engine).data == first
