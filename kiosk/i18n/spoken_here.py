"""Which languages a country speaks officially, as CLDR has it."""

from kiosk.core.ids import CountryCode
from kiosk.core.languages import LanguageTag, find_language


def official_languages(country: CountryCode) -> tuple[LanguageTag, ...]:
    """Languages of offices there that the product knows, the most spoken first; often none."""
    from babel.languages import get_official_languages

    codes = get_official_languages(country, de_facto=True)
    found = (find_language(f"{code}-{country}") or find_language(code) for code in codes)
    return tuple(language.tag for language in found if language is not None)
