"""The sheet code: which packs, pair and languages, never who."""

import hashlib
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.answers import Answers
from kiosk.core.ids import CountryCode, LanguageTag, PackId
from kiosk.core.kinds import PackKind
from kiosk.core.sheet import SectionId, SheetRequest
from kiosk.library import PackInfo
from kiosk.services.handouts.code import QR_LIMIT_BYTES, sheet_code
from tests.factories.answering import answers

EN, AR = LanguageTag("en"), LanguageTag("ar")
REQUEST = SheetRequest(CountryCode("ES"), CountryCode("EC"), EN)


def pack(name: str, version: str = "2026.11.1") -> PackInfo:
    return PackInfo(
        id=PackId(name),
        kind=PackKind.SITE,
        country=None,
        version=version,
        released=date(2026, 11, 21),
        owner="An office",
        source_language=EN,
        languages=(EN,),
        sha256=hashlib.sha256(f"{name}{version}".encode()).hexdigest(),
    )


PACKS = (pack("common"), pack("host-es"))


@given(answers(), st.booleans())
def test_two_people_with_the_same_content_have_the_same_code(
    given_answers: Answers, agreed: bool
) -> None:
    questions = frozenset(given_answers.given) if agreed else frozenset()
    person = replace(REQUEST, answers=given_answers, reasons_from=questions, answers_from=questions)

    assert sheet_code(person, PACKS) == sheet_code(REQUEST, PACKS)


def test_other_content_another_pair_or_language_has_another_code() -> None:
    codes = {
        sheet_code(REQUEST, PACKS).short,
        sheet_code(REQUEST, (pack("common"), pack("host-es", "2026.12.1"))).short,
        sheet_code(replace(REQUEST, also=AR), PACKS).short,
        sheet_code(replace(REQUEST, language=AR), PACKS).short,
        sheet_code(replace(REQUEST, origin=CountryCode("SN")), PACKS).short,
    }

    assert len(codes) == 5


def test_the_code_names_sections_but_never_that_of_the_answers() -> None:
    sections = sheet_code(REQUEST, PACKS).payload.split(";")[-1].split(",")

    assert sections == [part.value for part in SectionId if part is not SectionId.ANSWERS]


@given(st.integers(0, 80))
def test_a_code_fits_however_many_packs_there_are(count: int) -> None:
    code = sheet_code(REQUEST, [pack(f"site-{'x' * 20}-{number}") for number in range(count)])

    assert len(code.payload.encode()) <= QR_LIMIT_BYTES
    assert code.payload.isascii()
    assert len(code.short) == 11
