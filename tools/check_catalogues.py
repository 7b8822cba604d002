"""The catalogues are fresh: they hold what the code says, every text translated, placeholders kept.

A placeholder is a named field like `{count}`: losing one loses a fact, inventing one crashes.
"""

import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from tools import catalogues
from tools.findings import Finding, report
from tools.tree import TRANSLATIONS

_EXTRACT = "run `make catalogues`"
_TRANSLATE = "translate it, or run `make catalogues` first if it is not there"

_Key = tuple[str, ...]


def template_findings(code: Catalog, template: Catalog, path: Path) -> Iterator[Finding]:
    """Texts that are in the code but not in the template, or the other way round."""
    in_code, in_template = _by_key(code), _by_key(template)
    for key, message in in_code.items():
        if key not in in_template:
            place, line = message.locations[0]
            yield Finding(Path(place), line or 0, f"{key[-1]!r} is not in {path.name}", _EXTRACT)
    for key in in_template.keys() - in_code.keys():
        yield Finding(path, 0, f"{key[-1]!r} is no longer in the code", _EXTRACT)


def catalogue_findings(code: Catalog, catalogue: Catalog, path: Path) -> Iterator[Finding]:
    """Texts of the code that a catalogue lacks, has only fuzzy, or has with other placeholders."""
    translated = _by_key(catalogue)
    for key in _by_key(code):
        message = translated.get(key)
        if message is None:
            yield Finding(path, 0, f"{key[-1]!r} is missing", _TRANSLATE)
        else:
            yield from _message_findings(message, catalogue.num_plurals, path)


def placeholders(text: str) -> frozenset[str]:
    """Names of the fields in `text`; an unbalanced brace counts as a field of its own."""
    try:
        return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)
    except ValueError:
        return frozenset({"an unbalanced brace"})


def main() -> int:
    """Check the template and the catalogues of all languages against the code."""
    code = catalogues.extract()
    if not catalogues.TEMPLATE.exists():
        return report([Finding(catalogues.TEMPLATE, 0, "the template is missing", _EXTRACT)])
    template = catalogues.read(catalogues.TEMPLATE)
    findings = list(template_findings(code, template, catalogues.TEMPLATE))
    paths = {path.stem: path for path in catalogues.catalogue_files()}
    for tag in catalogues.LANGUAGES:
        if tag not in paths:
            missing = TRANSLATIONS / f"{tag}.po"
            findings.append(Finding(missing, 0, "the catalogue is missing", _EXTRACT))
    for path in paths.values():
        catalogue = catalogues.read(path, locale=catalogues.locale_name(path))
        findings.extend(catalogue_findings(code, catalogue, path))
    return report(findings)


def _by_key(catalogue: Catalog) -> dict[_Key, Message]:
    return {_key(message): message for message in catalogue if message.id}


def _key(message: Message) -> _Key:
    return (message.context or "", _sources(message)[0])


def _sources(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _message_findings(message: Message, plurals: int, path: Path) -> Iterator[Finding]:
    sources = _sources(message)
    texts = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    line = message.lineno or 0
    if message.fuzzy:
        yield Finding(path, line, f"{sources[0]!r} is fuzzy", "look at it and take the flag off")
    if not texts or not all(texts) or (len(sources) > 1 and len(texts) != plurals):
        yield Finding(path, line, f"{sources[0]!r} is not translated whole", _TRANSLATE)
        return
    wanted = frozenset().union(*map(placeholders, sources))
    kept = frozenset().union(*map(placeholders, texts))
    # Taken over all forms of a plural, because one of them may do without its number ("one page").
    if kept != wanted:
        names = ", ".join(sorted(wanted ^ kept))
        yield Finding(path, line, f"{sources[0]!r} differs in {names}", "keep every {placeholder}")


if __name__ == "__main__":
    sys.exit(main())
