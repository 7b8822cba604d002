"""Recordings of the program's own words, so that a language without any voice can be heard whole.

`translations/audio/<tag>.toml` lists clips as in packs (docs/content-format.md); `of` is the
English message, `hash` that of its translation. The name of the language itself is `language`, that
of a country `country/ES`. `python -m tools.word_audio km` lists what to record. Compiled with the
catalogues into `build/locale/<tag>/audio/`; outdated clips stay out.
"""

import json
import shutil
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

from kiosk.core.ids import CountryCode, PackId
from kiosk.core.languages import LANGUAGES, LanguageTag
from kiosk.core.problems import Problem, Problems
from kiosk.core.speech import audio_key
from kiosk.i18n.formatting import country_name
from kiosk.i18n.isolation import PLACEHOLDER
from kiosk.packs.audio_files import read_sounds
from kiosk.packs.audio_rules import check_sound
from kiosk.packs.rules import Rule, did_you_mean, quoted
from kiosk.packs.source import Manifest, SourcedClip
from kiosk.services.speaking.word_recordings import INDEX
from tools.tree import CONTENT, TRANSLATIONS

_ENGLISH = LanguageTag("en")


def words_in(folder: Path, language: LanguageTag) -> dict[str, str]:
    """Everything that can be recorded in a language: messages and names."""
    return {**_messages_in(folder, language), **_names_in(language)}


def _names_in(language: LanguageTag) -> dict[str, str]:
    """The name of the language in itself, and of every country of a pack."""
    packs = (tomllib.loads(path.read_text("utf-8")) for path in CONTENT.glob("*/pack.toml"))
    codes = sorted({str(pack["country"]) for pack in packs if "country" in pack})
    known = LANGUAGES[language]
    names = {f"country/{code}": country_name(CountryCode(code), known) for code in codes}
    return {"language": known.endonym, **names}


def _messages_in(folder: Path, language: LanguageTag) -> dict[str, str]:
    """Message → words in a language, of those that are current and have no places to fill."""
    path = folder / ("kiosk.pot" if language == _ENGLISH else f"{language}.po")
    if not path.is_file():
        return {}
    with path.open("rb") as stream:
        catalogue = read_po(stream, abort_invalid=True)
    found: dict[str, str] = {}
    for message in catalogue:
        source, words = message.id, message.string
        if not (isinstance(source, str) and isinstance(words, str) and source):
            continue  # plural forms hold a number that nobody can record
        words = source if language == _ENGLISH else words
        if words and not message.fuzzy and not PLACEHOLDER.search(words):
            found[source] = words
    return found


def current_clips(folder: Path, problems: Problems) -> tuple[SourcedClip, ...]:
    """The clips that speak a message as it is translated now; the rest are problems."""
    manifest = Manifest(PackId("words"), languages=tuple(LANGUAGES))
    words: dict[LanguageTag, dict[str, str]] = {}
    current: list[SourcedClip] = []
    for clip in read_sounds(folder, manifest, problems).clips:
        if clip.language not in words:
            words[clip.language] = words_in(folder, clip.language)
        faults = tuple(_check(clip, words[clip.language]))
        problems.extend(faults)
        if not faults:
            current.append(clip)
    return tuple(current)


def _check(clip: SourcedClip, words: dict[str, str]) -> Iterator[Problem]:
    place = clip.place
    if clip.of not in words:
        message = f"no message {quoted(clip.of)} that can be recorded"
        way_out = did_you_mean(clip.of, words)
        yield Rule.AUDIO_CONTEXT.problem(place.path, place.line, message, way_out)
    elif audio_key(words[clip.of], clip.language) != clip.key:
        message = f"{quoted(clip.of)} has changed since it was spoken"
        yield Rule.AUDIO_STALE.problem(place.path, place.line, message)
    else:
        yield from check_sound(clip)


def write_recordings(folder: Path, target: Path) -> Problems:
    """Put current clips into `<target>/<tag>/audio/`, and return what is wrong with the rest."""
    problems = Problems()
    for old in target.glob("*/audio"):
        shutil.rmtree(old)
    index: dict[LanguageTag, dict[str, str]] = {}
    for clip in current_clips(folder, problems):
        place = target / clip.language / "audio"
        place.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(clip.path, place / f"{clip.key}.opus")
        index.setdefault(clip.language, {})[clip.key] = clip.origin.value
    for language, origins in index.items():
        text = json.dumps(origins, indent=1, sort_keys=True)
        (target / language / "audio" / INDEX).write_text(text, encoding="utf-8")
    return problems


def main(arguments: list[str]) -> int:
    """List the messages of a language with the hash of their words; 2 for an unknown language."""
    if len(arguments) != 1 or arguments[0] not in LANGUAGES:
        print("usage: python -m tools.word_audio LANGUAGE", file=sys.stderr)
        return 2
    language = LanguageTag(arguments[0])
    for message, words in words_in(TRANSLATIONS, language).items():
        print(f"{audio_key(words, language)} {message}\n  {words}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
