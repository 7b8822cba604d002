"""What may stand in each key of a site file."""

import difflib
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Any, TypeVar

from kiosk.core.countries import COUNTRIES
from kiosk.core.errors import UsageError
from kiosk.core.ids import CountryCode
from kiosk.core.kinds import ContentSet, CounsellorSex, Release, SiteType, SoundOutput
from kiosk.core.languages import LANGUAGES, LanguageTag, find_language
from kiosk.core.paper import Paper
from kiosk.core.session import TextSize
from kiosk.settings.site import DeviceProfile, KeyMap, SoundProfile

EnumT = TypeVar("EnumT", bound=Enum)
ValueT = TypeVar("ValueT")
_PRINTERS = ("ipp://", "ipps://", "file:///", "memory:", "none:")
_VOICES = ("espeak-ng", "none")
_PIPER = "piper:/"
_NAMED_KEYS = """
Left Right Up Down Return Enter Space Tab Backtab Select Plus Minus VolumeUp VolumeDown
PageUp PageDown Home End Insert Delete Backspace Asterisk Slash Period Comma
"""
_KEY_NAMES = frozenset(
    (
        *_NAMED_KEYS.split(),
        *(f"F{number}" for number in range(1, 36)),
        *"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    )
)


class Refusal(UsageError):
    """A value that cannot be used: which rule, what is wrong, what to write instead."""

    def __init__(self, rule: str, message: str, way_out: str) -> None:
        """`rule` is a stable slug, the others are for the operator."""
        super().__init__(f"{message}; {way_out}")
        self.rule = rule
        self.message = message
        self.way_out = way_out


def _text(untrusted: Any) -> str:
    if not isinstance(untrusted, str):
        raise Refusal("wrong-type", f"{untrusted!r} is not a text", 'write it in quotes: "…"')
    return untrusted.strip()


def _yes_or_no(untrusted: Any) -> bool:
    if not isinstance(untrusted, bool):
        raise Refusal("wrong-type", f"{untrusted!r} is not yes or no", "write true or false")
    return untrusted


def _country(untrusted: Any) -> CountryCode | None:
    code = _text(untrusted)
    if not code:
        return None
    if code not in COUNTRIES:
        way_out = "use ISO 3166-1, two capital letters, or leave it empty"
        if code.upper() in COUNTRIES:
            way_out = f"did you mean {code.upper()!r}?"
        raise Refusal("unknown-country", f"no country {code!r}", way_out)
    return CountryCode(code)


def _each(read: Callable[[Any], ValueT], example: str) -> Callable[[Any], tuple[ValueT, ...]]:
    """A list of what `read` reads, each once; `example` shows how one is written."""

    def read_all(untrusted: Any) -> tuple[ValueT, ...]:
        if not isinstance(untrusted, list):
            raise Refusal("wrong-type", f"{untrusted!r} is not a list", f"write {example}")
        return tuple(dict.fromkeys(read(one) for one in untrusted))

    return read_all


def _language(untrusted: Any) -> LanguageTag:
    tag = _text(untrusted)
    language = find_language(tag)
    if language is None:
        way_out = f"use a BCP 47 tag the kiosk knows: {_near(tag, LANGUAGES)}"
        raise Refusal("unknown-language", f"no language {tag!r}", way_out)
    return language.tag


def _choice(choices: Mapping[str, EnumT]) -> Callable[[Any], EnumT]:
    def read(untrusted: Any) -> EnumT:
        word = _text(untrusted)
        if word not in choices:
            way_out = f"use {_near(word, choices)}"
            raise Refusal("unknown-value", f"{word!r} is not one of the choices", way_out)
        return choices[word]

    return read


def _between(low: float, high: float, unit: str) -> Callable[[Any], float]:
    def read(untrusted: Any) -> float:
        if isinstance(untrusted, bool) or not isinstance(untrusted, int | float):
            raise Refusal("wrong-type", f"{untrusted!r} is not a number", "write it without quotes")
        if not low <= untrusted <= high:
            message = f"{untrusted} is out of range"
            raise Refusal("out-of-range", message, f"write {low:g} to {high:g} {unit}")
        return float(untrusted)

    return read


def _printer(untrusted: Any) -> str:
    uri = _text(untrusted)
    if not uri.startswith(_PRINTERS):
        way_out = f"begin it with {' or '.join(_PRINTERS)}"
        raise Refusal("unknown-printer", f"no printer has the address {uri!r}", way_out)
    return uri


def _voice(untrusted: Any) -> str:
    name = _text(untrusted)
    if name not in _VOICES and not name.startswith(_PIPER):
        way_out = "write espeak-ng, piper:/folder/with/voices or none"
        raise Refusal("unknown-voice", f"no voice {name!r}", way_out)
    return name


def _counts(untrusted: Any) -> str:
    uri = _text(untrusted)
    if uri and not uri.startswith("file:///"):
        raise Refusal("unknown-counts", f"{uri!r} is no file", "begin it with file:/// or empty it")
    return uri


def _key_name(untrusted: Any) -> str:
    name = _text(untrusted)
    if name not in _KEY_NAMES:
        raise Refusal("unknown-key-name", f"no key {name!r}", f"use {_near(name, _KEY_NAMES)}")
    return name


def _near(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word.casefold(), list(known), n=1)
    return repr(near[0]) if near else ", ".join(sorted(known))


def _by_value(enum: type[EnumT]) -> dict[str, EnumT]:
    return {str(member.value): member for member in enum}


_languages = _each(_language, '["en", "fr"]')
_key_names = _each(_key_name, '["Right", "Down"]')

READERS: Mapping[str, Callable[[Any], Any]] = {
    "type": _choice(_by_value(SiteType)),
    "run_by_state": _country,
    "release": _choice(_by_value(Release)),
    "host": _country,
    "languages": _languages,
    "staff_languages": _languages,
    "printer": _printer,
    "printer_in_reach": _yes_or_no,
    "paper": _choice(_by_value(Paper)),
    "content_set": _choice(_by_value(ContentSet)),
    "counsellors": _each(_choice(_by_value(CounsellorSex)), '["woman", "man"]'),
    "counts": _counts,
    "output": _choice(_by_value(SoundOutput)),
    "headset": _text,
    "invitation_pause_s": _between(0.0, 3600.0, "seconds"),
    "voice": _voice,
    "next": _key_names,
    "previous": _key_names,
    "select": _key_names,
    "louder": _key_names,
    "quieter": _key_names,
    "pixels_per_mm": _between(1.0, 40.0, "pixels per millimetre"),
    "viewing_distance_mm": _between(200.0, 2000.0, "millimetres"),
    "default_text_size": _choice({size.name.lower(): size for size in TextSize}),
}
"""How each key is read, those of tables among them; a reader raises `Refusal`."""

TABLES: Mapping[str, type[Any]] = {
    "device": DeviceProfile,
    "sound": SoundProfile,
    "keys": KeyMap,
}
"""The tables of a site file."""
