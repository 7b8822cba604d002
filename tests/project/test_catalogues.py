"""Texts out of the code, translations into binary files, and the check that they are fresh."""

import gettext
import io
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from tools.catalogues import (
    LANGUAGES,
    as_text,
    extract,
    main,
    read,
    write_compiled,
    write_template,
)
from tools.check_catalogues import catalogue_findings, placeholders, template_findings
from tools.tree import ROOT

CODE = """
BACK = N_("Back")

def words(tr: Translator, n: int) -> list[str]:
    return [
        tr.gettext("Your rights"),
        tr.ngettext("{count} page", "{count} pages", n),
        tr.pgettext("noun", "Print"),
        _("Printed on {day}"),
    ]
"""


@pytest.fixture
def code(tmp_path: Path) -> Catalog:
    """What is extracted from one file with a text of every form."""
    source = tmp_path / "kiosk"
    source.mkdir()
    (source / "words.py").write_text(CODE, encoding="utf-8")
    return extract(source)


def translated(code: Catalog, **changes: str | tuple[str, ...]) -> Catalog:
    """A whole French catalogue, with the translations of `changes` put in by their first word."""
    catalogue = Catalog(locale="fr")
    texts: dict[str, str | tuple[str, ...]] = {
        "Back": "Retour",
        "Your": "Vos droits",
        "{count}": ("une page", "{count} pages"),
        "Print": "Impression",
        "Printed": "Imprimé le {day}",
    }
    texts.update(changes)
    for message in code:
        if message.id:
            first = message.id if isinstance(message.id, str) else message.id[0]
            catalogue.add(message.id, texts[first.split()[0]], context=message.context)
    return catalogue


def wrong(code: Catalog, catalogue: Catalog) -> list[str]:
    return [finding.what for finding in catalogue_findings(code, catalogue, Path("fr.po"))]


def test_every_form_of_marking_is_extracted_with_its_place(code: Catalog) -> None:
    found = {(message.context, message.id): message.locations[0] for message in code if message.id}
    assert found == {
        (None, "Back"): ("kiosk/words.py", 2),
        (None, "Your rights"): ("kiosk/words.py", 6),
        (None, ("{count} page", "{count} pages")): ("kiosk/words.py", 7),
        ("noun", "Print"): ("kiosk/words.py", 8),
        (None, "Printed on {day}"): ("kiosk/words.py", 9),
    }


def test_a_whole_catalogue_passes_though_one_plural_form_has_no_number(code: Catalog) -> None:
    assert wrong(code, translated(code)) == []


def test_an_untranslated_text_is_found(code: Catalog) -> None:
    assert wrong(code, translated(code, Back="")) == ["'Back' is not translated whole"]


def test_a_plural_form_that_is_missing_is_found(code: Catalog) -> None:
    catalogue = translated(code, **{"{count}": ("{count} page", "")})
    assert wrong(code, catalogue) == ["'{count} page' is not translated whole"]


def test_a_lost_or_invented_placeholder_is_found(code: Catalog) -> None:
    catalogue = translated(code, Printed="Imprimé le {jour}", Your="Vos {droits}")
    assert wrong(code, catalogue) == [
        "'Your rights' differs in droits",
        "'Printed on {day}' differs in day, jour",
    ]


def test_a_fuzzy_text_is_found_and_stays_out_of_the_compiled_file(code: Catalog) -> None:
    catalogue = translated(code)
    message = catalogue.get("Your rights")
    assert message is not None
    message.flags.add("fuzzy")
    assert wrong(code, catalogue) == ["'Your rights' is fuzzy"]
    stream = io.BytesIO()
    write_mo(stream, catalogue, use_fuzzy=False)
    stream.seek(0)
    shown = gettext.GNUTranslations(stream)
    assert shown.gettext("Your rights") == "Your rights"
    assert shown.gettext("Back") == "Retour"


def test_a_text_that_the_catalogue_lacks_is_found(code: Catalog) -> None:
    catalogue = translated(code)
    catalogue.delete("Print", context="noun")
    assert wrong(code, catalogue) == ["'Print' is missing"]


def test_a_template_that_is_older_than_the_code_is_found(code: Catalog) -> None:
    template = Catalog()
    template.add("Your rights")
    template.add("Gone")
    found = [str(one) for one in template_findings(code, template, Path("kiosk.pot"))]
    assert "kiosk/words.py:2: 'Back' is not in kiosk.pot; run `make catalogues`" in found
    assert "kiosk.pot: 'Gone' is no longer in the code; run `make catalogues`" in found
    assert not any("Your rights" in line for line in found)


def test_a_written_template_reads_back_the_same_and_carries_no_date(
    code: Catalog, tmp_path: Path
) -> None:
    path = tmp_path / "kiosk.pot"
    path.write_text(as_text(code), encoding="utf-8")
    assert list(template_findings(code, read(path), path)) == []
    assert "Date" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{day} and {count:d}", {"day", "count"}),
        ("{{not}} one", set()),
        ("{broken", {"an unbalanced brace"}),
    ],
)
def test_placeholders_are_named_fields(text: str, names: set[str]) -> None:
    assert placeholders(text) == names


def test_an_unknown_command_says_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compil"]) == 2
    assert capsys.readouterr().err == "usage: python -m tools.catalogues extract|compile\n"


def test_extraction_starts_every_language_and_keeps_what_is_translated(tmp_path: Path) -> None:
    source, folder = tmp_path / "kiosk", tmp_path / "translations"
    source.mkdir()
    words = source / "words.py"
    words.write_text("BACK = N_('Back')\nOLD = N_('Where are you now?')\n", encoding="utf-8")
    write_template(source, folder)
    assert {path.stem for path in folder.glob("*.po")} == set(LANGUAGES)

    french = folder / "fr.po"
    text = french.read_text(encoding="utf-8")
    for english, translation in (("Back", "Retour"), ("Where are you now?", "Où êtes-vous ?")):
        before = f'msgid "{english}"\nmsgstr ""'
        assert before in text
        text = text.replace(before, f'msgid "{english}"\nmsgstr "{translation}"')
    french.write_text(text, encoding="utf-8")

    words.write_text("BACK = N_('Back')\nNEW = N_('Where are you?')\n", encoding="utf-8")
    write_template(source, folder)
    write_compiled(folder, tmp_path / "locale")
    with (tmp_path / "locale" / "fr" / "LC_MESSAGES" / "kiosk.mo").open("rb") as stream:
        shown = gettext.GNUTranslations(stream)
    assert shown.gettext("Back") == "Retour"
    assert shown.gettext("Where are you?") == "Where are you?"
    assert "fuzzy" in french.read_text(encoding="utf-8")


def test_plural_forms_are_those_of_the_language(tmp_path: Path) -> None:
    source, folder = tmp_path / "kiosk", tmp_path / "translations"
    source.mkdir()
    (source / "words.py").write_text("x = tr.ngettext('one', 'many', 2)\n", encoding="utf-8")
    write_template(source, folder)
    forms = {tag: read(folder / f"{tag}.po", tag).num_plurals for tag in LANGUAGES}
    assert forms == {"ar": 6, "es": 2, "fr": 2, "km": 1}


def test_gettext_goes_by_no_name_the_extraction_does_not_know() -> None:
    """A text said through another name would never reach a translator."""
    renamed = re.compile(r"(\w+) = [\w.]*\.gettext$", re.MULTILINE)
    for path in sorted((ROOT / "kiosk").rglob("*.py")):
        names = set(renamed.findall(path.read_text(encoding="utf-8")))
        assert names <= {"_"}, path
