"""What comes out when somebody copies from a sheet, searches in it or has it read aloud."""

import re

import pytest

from kiosk.core.paper import Paper
from kiosk.core.sheet import ElementKind
from kiosk.printing.compose import compose
from kiosk.text import TextEngine
from tests.factories.shipped import Shipped
from tests.printing.sheets import (
    Case,
    elements_of,
    plain,
    plan_of,
    read_by_poppler,
    read_by_pypdf,
    words_of,
)
from tests.text.sentences import SENTENCES

CASES = (
    *(Case(tag) for tag in ("en", "fr", "es", "ar", "km")),
    Case("es", "ar", all_answers=True),
    Case("ar", "km"),
    Case("fr", "km", Paper.LETTER),
    Case("km", "en", large_print=True),
    Case("ar", paper=Paper.RECEIPT80),
)
HARD = {
    "ar": "إِنَّ لَكَ الحَقَّ فِي أَنْ تَسْأَلَ مُحَامِيًا أَوَّلاً، لا تُوَقِّعْ فَوْرًا. الإسلام لِلَّهِ",
    "fa": "می‌خواهید به خانهٔ خود بازگردید؟ کسی شما را مجبور نمی‌کند.",
    "he": "שָׁלוֹם לְכָל אָדָם יֵשׁ זְכוּת לְקַבֵּל עֶזְרָה",
    "ur": "جی ہاں، یہ مفت ہے۔ قانونی مشورہ لیجیے۔",
    "my": "ဂုဏ်ပြု မြန်မာနိုင်ငံ သို့ ဖုန်းဆက်ပါ",
    "hi": "क्षत्रिय र्क ट्रक श्री हिन्दी द्वितीय",
    "ta": "கொடுக்கௌ ஸ்ரீ க்ஷ நொடி",
    "km": "ស្ត្រី ញ្ញឹ ម្ពុជា ខ្ញុំ កម្ពុជា",
    "bo": "བསྒྲུབས་ རྒྱུ་",
    "vi": "Ấ Ỗ Ặ người Việt",
}
PHONE = "+593 2-299-3200"


def page_text(tag: str, text: str, engine: TextEngine) -> tuple[str, str]:
    plan = plan_of(tag, ((ElementKind.PARAGRAPH, text),))
    data = compose(plan, None, Paper.A4, large_print=False, engine=engine).data
    return read_by_pypdf(data), read_by_poppler(data)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_word_of_the_shipped_sheets_reads_whole(
    case: Case, shipped: Shipped, engine: TextEngine
) -> None:
    data = case.print(shipped, engine).data
    by_pypdf, by_poppler = read_by_pypdf(data), read_by_poppler(data)
    # Laws and sources stand once, and may be broken like the addresses in them.
    wanted = {
        word
        for plan in case.plans(shipped)
        for element in elements_of(plan)
        if element.kind is not ElementKind.SOURCES
        for word in words_of(element.text)
        if not re.search(r"[/.@-]", word)
    }

    assert len(wanted) > 300
    assert not [word for word in wanted if word not in by_pypdf]
    # Poppler puts a final Arabic vowel sign behind the punctuation where most of a page is Latin.
    lost = [word for word in wanted if word.rstrip("\u064b\u064d") not in by_poppler]
    assert not lost


@pytest.mark.parametrize("tag", SENTENCES)
def test_every_word_reads_whole_in_every_script(tag: str, engine: TextEngine) -> None:
    for read in page_text(tag, SENTENCES[tag], engine):
        assert not [word for word in words_of(SENTENCES[tag]) if word not in read]


@pytest.mark.parametrize("tag", HARD)
def test_vowel_signs_stacks_and_ligatures_read_in_the_order_of_writing(
    tag: str, engine: TextEngine
) -> None:
    for read in page_text(tag, HARD[tag], engine):
        assert not [word for word in words_of(HARD[tag]) if word not in read]


@pytest.mark.parametrize("tag", SENTENCES)
def test_a_phone_number_reads_from_left_to_right_on_one_line(tag: str, engine: TextEngine) -> None:
    first = SENTENCES[tag].replace("\u200b", " ").split()[0]
    for read in page_text(tag, f"{first} \u2066{PHONE}\u2069 {first}", engine):
        assert [line for line in read.splitlines() if PHONE in line]


@pytest.mark.parametrize("case", [Case("ar", "es"), Case("km"), Case("ar", paper=Paper.RECEIPT80)])
def test_every_phone_number_of_a_sheet_can_be_dialled(
    case: Case, shipped: Shipped, engine: TextEngine
) -> None:
    data = case.print(shipped, engine).data
    phones = [
        plain(element.text)
        for plan in case.plans(shipped)
        for element in elements_of(plan)
        if element.kind is ElementKind.PHONE
    ]

    assert phones
    for read in (read_by_pypdf(data), read_by_poppler(data)):
        for phone in phones:
            assert any(phone in line for line in read.splitlines()), phone


@pytest.mark.parametrize("tag", ["ar", "ur", "fa"])
def test_the_page_number_is_not_turned_round(tag: str, engine: TextEngine) -> None:
    long = (ElementKind.PARAGRAPH, f"{SENTENCES[tag]} " * 70)
    plan = plan_of(tag, (long,))
    data = compose(plan, None, Paper.A4, large_print=False, engine=engine).data
    for read in (read_by_pypdf(data), read_by_poppler(data)):
        assert re.search(r"\b1 ?/ ?\d\b", read)


def test_a_bilingual_sheet_reads_paragraph_beside_paragraph(engine: TextEngine) -> None:
    one = plan_of("en", ((ElementKind.PARAGRAPH, "Alpha one"), (ElementKind.PARAGRAPH, "Beta one")))
    two = plan_of(
        "fr", ((ElementKind.PARAGRAPH, "Alpha deux"), (ElementKind.PARAGRAPH, "Bêta deux"))
    )
    data = compose(one, two, Paper.RECEIPT80, large_print=False, engine=engine).data
    order = [read_by_pypdf(data).index(w) for w in ("Alpha one", "Alpha deux", "Beta one", "Bêta")]

    assert order == sorted(order)
