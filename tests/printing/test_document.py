"""The PDF as a file: the same every time, whole, and silent about who printed it and when."""

import os
import re
import subprocess
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from kiosk.core.paper import Paper
from kiosk.core.sheet import ElementKind
from kiosk.printing.compose import compose
from kiosk.text import TextEngine
from tests.factories.shipped import Shipped
from tests.printing.sheets import Case, plan_of, read_by_pypdf
from tests.text.sentences import SENTENCES

CASES = (
    Case("es", "ar"),
    Case("km"),
    Case("ar", "en", Paper.LETTER, discreet=True),
    Case("fr", "km", Paper.RECEIPT80),
    Case("en", large_print=True),
)
SIZES_MM = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_same_sheet_has_the_same_bytes(
    case: Case, shipped: Shipped, engine: TextEngine
) -> None:
    first = case.print(shipped, engine).data
    engine.forget()
    assert case.print(shipped, engine).data == first
    assert case.print(shipped, TextEngine()).data == first


@pytest.mark.parametrize("case", CASES, ids=str)
def test_it_is_a_whole_pdf_of_the_right_size_that_can_only_be_read(
    case: Case, shipped: Shipped, engine: TextEngine
) -> None:
    pdf = case.print(shipped, engine)
    reader = pypdf.PdfReader(BytesIO(pdf.data), strict=True)

    assert len(reader.pages) == pdf.pages
    for page in reader.pages:
        size = [float(side) * 25.4 / 72 for side in (page.mediabox.width, page.mediabox.height)]
        wanted = SIZES_MM.get(case.paper, (80, pdf.height))
        assert size == pytest.approx(wanted, abs=0.1)
        assert "/Annots" not in page
    assert str(reader.root_object["/Lang"]) == case.tag
    for active in (b"/JavaScript", b"/JS", b"/OpenAction", b"/AA", b"/Launch", b"/EmbeddedFile"):
        assert not re.search(re.escape(active) + rb"\b", pdf.data)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_it_says_nothing_about_who_printed_it_and_when(
    case: Case, shipped: Shipped, engine: TextEngine
) -> None:
    data = case.print(shipped, engine).data
    found = pypdf.PdfReader(BytesIO(data)).metadata

    assert found is not None
    assert found.author in (None, "")
    assert found.creation_date is not None
    assert found.creation_date.year == 2000
    assert found.title == case.plans(shipped)[0].title.text
    for word in (os.environ.get("USER"), os.environ.get("HOME"), "/tmp"):
        assert not word or word == "/" or word.encode() not in data


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_font_is_embedded_subset_and_readable(
    case: Case, shipped: Shipped, engine: TextEngine, tmp_path: Path
) -> None:
    # pdffonts reads no standard input; the test's own folder is not the kiosk's disk.
    path = tmp_path / "sheet.pdf"
    path.write_bytes(case.print(shipped, engine).data)
    done = subprocess.run(["pdffonts", path], capture_output=True, check=True, text=True)
    fonts = [line.split()[-5:-2] for line in done.stdout.splitlines()[2:]]

    assert len(fonts) >= 2
    assert fonts == [["yes", "yes", "yes"]] * len(fonts)
    assert done.stderr == ""


def test_a_sheet_is_made_without_touching_the_disk(
    shipped: Shipped, engine: TextEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    Case("ur" if "ur" in shipped.languages else "ar", "en").print(shipped, engine)
    assert list(tmp_path.iterdir()) == []


def test_numbers_are_read_as_a_person_would_type_them(engine: TextEngine) -> None:
    number = "\u2066+34\u00a091\u2011123\u202f45\u2069"
    for tag in ("en", "ar", "ur"):
        plan = plan_of(tag, ((ElementKind.PHONE, f"{number}"),))
        data = compose(plan, None, Paper.A4, large_print=False, engine=engine).data
        raw = pypdf.PdfReader(BytesIO(data)).pages[0].extract_text()
        assert "+34 91-123 45" in raw


def test_a_sheet_holds_its_code_only_where_others_may_not_see_it(
    shipped: Shipped, engine: TextEngine
) -> None:
    (open_plan,) = Case("en").plans(shipped)
    assert open_plan.code
    assert open_plan.code in read_by_pypdf(Case("en").print(shipped, engine).data)
    discreet = Case("en", discreet=True).print(shipped, engine).data
    assert open_plan.code not in read_by_pypdf(discreet)


def test_a_one_page_receipt_counts_no_pages(engine: TextEngine) -> None:
    plan = plan_of("en", ((ElementKind.PARAGRAPH, SENTENCES["en"]),))
    data = compose(plan, None, Paper.RECEIPT80, large_print=False, engine=engine).data
    assert "1 / 1" not in read_by_pypdf(data)
