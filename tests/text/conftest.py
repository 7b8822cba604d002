from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.core.languages import LANGUAGES, Language, LanguageTag
from kiosk.text import Align, Layout, Paragraph, TextEngine

LayOut = Callable[..., Layout]


def language(tag: str) -> Language:
    return LANGUAGES[LanguageTag(tag)]


@pytest.fixture(scope="session")
def engine(qapp: QApplication) -> TextEngine:
    return TextEngine()


@pytest.fixture
def lay_out(engine: TextEngine) -> LayOut:
    def lay_out(
        text: str,
        tag: str = "en",
        width: float = 200,
        size: float = 10,
        align: Align = Align.START,
    ) -> Layout:
        return engine.lay_out(Paragraph.plain(text, language(tag), size, align=align), width)

    return lay_out
