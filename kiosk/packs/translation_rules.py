"""What a translation must keep of its source, and how much of a pack is translated."""

from collections.abc import Iterator

from kiosk.core.ids import LanguageTag
from kiosk.core.languages import LANGUAGES, Language
from kiosk.core.problems import Problem
from kiosk.packs.catalogues import FOLDER
from kiosk.packs.markdown_blocks import NoBlock, parse_block
from kiosk.packs.review import find_state_fault
from kiosk.packs.rules import Rule, quoted
from kiosk.packs.source import FACT_REFERENCE, Catalogue, Message, SourcePack, Unit
from kiosk.packs.tables import control_characters, is_blank
from kiosk.packs.text_rules import Finding, check_block_text, check_plain_text
from kiosk.packs.typed_values import numbers_in


def current_unit(catalogue: Catalogue | None, message: Message) -> Unit | None:
    """The translation of a message that may be shown: there, not fuzzy, of today's source."""
    unit = catalogue.units.get(message.context) if catalogue else None
    if unit is None or unit.is_fuzzy or is_blank(unit.text) or unit.source != message.text:
        return None
    return unit


def check_translations(pack: SourcePack) -> Iterator[Problem]:
    """Every translation of a pack against its source."""
    for language in pack.manifest.targets:
        catalogue = pack.catalogue(language)
        if catalogue is None:
            yield from _check_absent(pack, language)
            continue
        for message in pack.messages:
            unit = current_unit(catalogue, message)
            if unit is not None:
                yield from _check_unit(catalogue, message, unit)
        yield from _count(pack, catalogue)


def _check_absent(pack: SourcePack, language: LanguageTag) -> Iterator[Problem]:
    path = pack.folder / FOLDER / f"{language}.po"
    if pack.messages and not path.exists():
        message = f"nothing is translated into {language}"
        way_out = "run `packs translations export`, then translate"
        yield Rule.TRANSLATION_MISSING.problem(path, 0, message, way_out)


def _check_unit(catalogue: Catalogue, message: Message, unit: Unit) -> Iterator[Problem]:
    language = LANGUAGES[catalogue.language]
    for rule, what, way_out in (*_findings(message, unit, language), *_losses(message, unit)):
        yield rule.problem(catalogue.path, unit.line, f"{message.context}: {what}", way_out)


def _findings(message: Message, unit: Unit, language: Language) -> Iterator[Finding]:
    bad = control_characters(unit.text)
    if bad or "\t" in unit.text:
        yield Rule.CONTROL_CHARACTER, f"U+{ord((bad or [chr(9)])[0]):04X} in the text", ""
        return
    if not message.is_block:
        yield from check_plain_text(unit.text, language)
        if "\n" in unit.text.strip():
            yield Rule.TRANSLATION_SHAPE, "a line break in a text of one line", "remove it"
        return
    block, findings = check_block_text(unit.text, language)
    yield from findings
    try:
        source = parse_block(message.text)
    except NoBlock:
        return
    if block is None:
        return
    if block.shape != source.shape:
        yield Rule.TRANSLATION_SHAPE, "the block has another shape than its source", ""
    if set(block.links) != set(source.links):
        yield Rule.TRANSLATION_LINK, _difference(set(source.links), set(block.links)), ""


def _losses(message: Message, unit: Unit) -> Iterator[Finding]:
    wanted, given = set(message.facts), set(FACT_REFERENCE.findall(unit.text))
    if wanted != given:
        yield Rule.TRANSLATION_PLACEHOLDER, _difference(wanted, given, braces=True), ""
    invented = numbers_in(unit.text) - numbers_in(message.text)
    if invented and not _is_numbered_list(message):
        what = f"the number {min(invented)} is not in the source"
        yield Rule.TRANSLATION_NUMBER, what, ""
    fault = find_state_fault(unit)
    if fault:
        yield Rule.TRANSLATION_STATE, fault, ""


def _is_numbered_list(message: Message) -> bool:
    return message.is_block and message.text[:1].isdigit()


def _difference(wanted: set[str], given: set[str], *, braces: bool = False) -> str:
    def names(values: set[str]) -> str:
        return ", ".join(f"{{{v}}}" if braces else quoted(v) for v in sorted(values))

    lost, invented = wanted - given, given - wanted
    parts = [f"lost {names(lost)}"] * bool(lost) + [f"invented {names(invented)}"] * bool(invented)
    return " and ".join(parts)


def _count(pack: SourcePack, catalogue: Catalogue) -> Iterator[Problem]:
    total = len(pack.messages)
    missing = stale = fuzzy = 0
    for message in pack.messages:
        unit = catalogue.units.get(message.context)
        if unit is None or is_blank(unit.text):
            missing += 1
        elif unit.is_fuzzy:
            fuzzy += 1
        elif unit.source != message.text:
            stale += 1
    for rule, count, words in (
        (Rule.TRANSLATION_MISSING, missing, "are not translated"),
        (Rule.TRANSLATION_STALE, stale, "are translations of an earlier source"),
        (Rule.TRANSLATION_FUZZY, fuzzy, "are fuzzy"),
    ):
        if count:
            yield rule.problem(catalogue.path, 0, f"{count} of {total} texts {words}")
    known = {message.context for message in pack.messages}
    for context, unit in catalogue.units.items():
        if context not in known and not is_blank(unit.text):
            message_gone = f"no text has the place {quoted(context)}"
            yield Rule.TRANSLATION_STALE.problem(catalogue.path, unit.line, message_gone)
