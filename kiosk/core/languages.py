"""The languages the product knows: name, script, direction, digits.

Direction, fonts and digits are declared here and never guessed from a locale: `QLocale("prs")`
falls back to left-to-right, and live products had Dari and Urdu the wrong way round.
Tags are BCP 47. `locale` is the CLDR name that dates and numbers are formatted with.
"""

from dataclasses import dataclass
from typing import NewType

from kiosk.core.scripts import NEUTRAL_FAMILIES, SCRIPTS, Direction, Script

LanguageTag = NewType("LanguageTag", str)

LATIN_DIGITS = "0123456789"
ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"
BENGALI_DIGITS = "০১২৩৪৫৬৭৮৯"
BURMESE_DIGITS = "၀၁၂၃၄၅၆၇၈၉"
DEVANAGARI_DIGITS = "०१२३४५६७८९"


@dataclass(frozen=True)
class Language:
    """One language: `endonym` is its name in itself, `name` its English name.

    `digits` are the ten digits used for amounts and dates in running text. Phone numbers
    always use Latin digits, because they are dialled on a Latin keypad.
    """

    tag: LanguageTag
    endonym: str
    name: str
    script: Script
    locale: str
    digits: str = LATIN_DIGITS

    @property
    def is_pseudo(self) -> bool:
        """True for English in disguise: for tests of layout only, never offered to a visitor."""
        return self.tag.endswith(("-XA", "-XB"))

    @property
    def direction(self) -> Direction:
        """Reading direction of its script."""
        return self.script.direction

    @property
    def is_rtl(self) -> bool:
        """True when lines run from right to left."""
        return self.direction.is_rtl

    @property
    def families(self) -> tuple[str, ...]:
        """Font families in order: those of the script, then the neutral ones."""
        return tuple(dict.fromkeys((*self.script.families, *NEUTRAL_FAMILIES)))


def _language(
    tag: str, endonym: str, name: str, script: str, *, locale: str = "", digits: str = LATIN_DIGITS
) -> Language:
    return Language(
        LanguageTag(tag), endonym, name, SCRIPTS[script], locale or tag.replace("-", "_"), digits
    )


_LANGUAGES = (
    _language("en", "English", "English", "Latn"),
    _language("fr", "Français", "French", "Latn"),
    _language("es", "Español", "Spanish", "Latn"),
    _language("ar", "العربية", "Arabic", "Arab"),
    _language("km", "ខ្មែរ", "Khmer", "Khmr"),
    _language("pt", "Português", "Portuguese", "Latn"),
    _language("de", "Deutsch", "German", "Latn"),
    _language("it", "Italiano", "Italian", "Latn"),
    _language("nl", "Nederlands", "Dutch", "Latn"),
    _language("ro", "Română", "Romanian", "Latn"),
    _language("sq", "Shqip", "Albanian", "Latn"),
    _language("tr", "Türkçe", "Turkish", "Latn"),
    _language("vi", "Tiếng Việt", "Vietnamese", "Latn"),
    _language("so", "Soomaali", "Somali", "Latn"),
    _language("ha", "Hausa", "Hausa", "Latn"),
    _language("sw", "Kiswahili", "Swahili", "Latn"),
    _language("wo", "Wolof", "Wolof", "Latn"),
    _language("ff", "Pulaar", "Fulah", "Latn"),
    _language("ln", "Lingála", "Lingala", "Latn"),
    _language("qu", "Runasimi", "Quechua", "Latn"),
    _language("hmn", "Hmoob", "Hmong", "Latn", locale="en"),
    _language("ku", "Kurdî", "Kurdish (Kurmanji)", "Latn"),
    _language("uz", "Oʻzbekcha", "Uzbek", "Latn"),
    _language("ru", "Русский", "Russian", "Cyrl"),
    _language("uk", "Українська", "Ukrainian", "Cyrl"),
    _language("sr", "Српски", "Serbian", "Cyrl"),
    _language("el", "Ελληνικά", "Greek", "Grek"),
    _language("fa-AF", "دری", "Dari", "Arab", digits=PERSIAN_DIGITS),
    _language("fa", "فارسی", "Persian", "Arab", digits=PERSIAN_DIGITS),
    _language("ps", "پښتو", "Pashto", "Arab", digits=PERSIAN_DIGITS),
    _language("ckb", "کوردیی ناوەندی", "Kurdish (Sorani)", "Arab", digits=ARABIC_DIGITS),
    _language("ur", "اردو", "Urdu", "Aran"),
    _language("he", "עברית", "Hebrew", "Hebr"),
    _language("am", "አማርኛ", "Amharic", "Ethi"),
    _language("ti", "ትግርኛ", "Tigrinya", "Ethi"),
    _language("bn", "বাংলা", "Bengali", "Beng", digits=BENGALI_DIGITS),
    _language("hi", "हिन्दी", "Hindi", "Deva"),
    _language("ne", "नेपाली", "Nepali", "Deva", digits=DEVANAGARI_DIGITS),
    _language("pa", "ਪੰਜਾਬੀ", "Punjabi", "Guru"),
    _language("gu", "ગુજરાતી", "Gujarati", "Gujr"),
    _language("ta", "தமிழ்", "Tamil", "Taml"),
    _language("te", "తెలుగు", "Telugu", "Telu"),
    _language("kn", "ಕನ್ನಡ", "Kannada", "Knda"),
    _language("ml", "മലയാളം", "Malayalam", "Mlym"),
    _language("si", "සිංහල", "Sinhala", "Sinh"),
    _language("th", "ไทย", "Thai", "Thai"),
    _language("lo", "ລາວ", "Lao", "Laoo"),
    _language("my", "မြန်မာ", "Burmese", "Mymr", digits=BURMESE_DIGITS),
    _language("ka", "ქართული", "Georgian", "Geor"),
    _language("hy", "Հայերեն", "Armenian", "Armn"),
    _language("bo", "བོད་སྐད་", "Tibetan", "Tibt"),
    _language("zgh", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "Tamazight", "Tfng"),
    _language("zh-Hans", "简体中文", "Chinese (simplified)", "Hans"),
)

# English in disguise, made by tools/pseudo.py: no pack that ships holds it, so that nobody is
# offered it. Unicode keeps these two regions for this.
_PSEUDO = (
    _language("en-XA", "Ëñglïsh", "English, lengthened", "Latn", locale="en"),
    _language("ar-XB", "ينجليش", "English, mirrored", "Arab", locale="ar"),
)

LANGUAGES: dict[LanguageTag, Language] = {
    language.tag: language for language in (*_LANGUAGES, *_PSEUDO)
}


def find_language(untrusted_tag: str) -> Language | None:
    """The language with this BCP 47 tag (letter case ignored), or None if we do not know it."""
    wanted = untrusted_tag.replace("_", "-").casefold()
    return next((lang for tag, lang in LANGUAGES.items() if tag.casefold() == wanted), None)
