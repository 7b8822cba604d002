"""What commands about a host and an origin share: checking the pair and the language."""

from kiosk.app import Context
from kiosk.core.errors import UsageError
from kiosk.core.ids import CountryCode, LanguageTag


def check_pair(context: Context, host: CountryCode | None, origin: CountryCode | None) -> None:
    """Raises UsageError when no pack is about one of the countries."""
    library = context.library
    for option, code, known in (
        ("--host", host, library.hosts),
        ("--origin", origin, library.origins),
    ):
        if code is not None and code not in known:
            there = " ".join(known) or "none"
            raise UsageError(f"{option} {code}: no pack about this country; there are {there}")


def check_language(context: Context, language: LanguageTag | None) -> None:
    """Raises UsageError when the packs do not offer a language."""
    if language is not None and language not in context.library.languages:
        there = " ".join(context.library.languages)
        raise UsageError(f"{language}: no content in this language; there are {there}")


def regions_of(context: Context, origin: CountryCode) -> frozenset[str]:
    """The regions the origin pack declares."""
    packs = [pack for pack in context.library.packs if pack.country == origin]
    return frozenset(region for pack in packs for region in pack.regions)
