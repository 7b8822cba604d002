"""Two languages nobody speaks, for tests of layout: English in disguise, 40 % longer.

`en-XA` has accented letters, longer words and more of them; `ar-XB` writes English words in Arabic
letters, from right to left, with numbers and capitals-only names left in between. What does not
fit in them does not fit in the next translation. They are made from the content and the code of
the day, and stand in no pack that ships.

`python -m tools.pseudo` writes `build/pseudo/`: `content`, `packs` and `locale`.
"""

import hashlib
import math
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo

from kiosk.core.ids import LanguageTag
from kiosk.packs import build
from kiosk.packs.translating import fill_translations, untranslated
from tools.catalogues import DOMAIN, SOURCE, extract
from tools.tree import CONTENT, ROOT

MADE = ROOT / "build" / "pseudo"
LONGER = 1.4
TAGS = (LanguageTag("en-XA"), LanguageTag("ar-XB"))

_ACCENTED = str.maketrans("AEIOUCNSYaeiouncsy", "ÂÉÎÖÛÇÑŠÝåéïöûñçšý")
_MORE_LATIN = ("öñé", "tŵö", "thrëë", "föür", "fïvé", "šïx", "sëvéñ", "ëïght")
_MORE_ARABIC = ("وان", "تو", "ثري", "فور", "فايف", "سكس", "سفن", "ايت")
_LONG_WORD = 7

# Two letters for one sound come first.
_SOUNDS = (
    ("sh", "ش"), ("ch", "تش"), ("th", "ث"), ("ph", "ف"), ("ee", "ي"), ("oo", "و"), ("ck", "ك"),
)  # fmt: skip
_LETTERS = str.maketrans(
    dict(zip("abcdefghijklmnopqrstuvwyz", "ابكديفجهيجكلمنوبقرستوفويز", strict=True)) | {"x": "كس"}
)

# Left as they are: placeholders and facts, targets of links, addresses, numbers, marks of Markdown.
_KEPT = re.compile(
    r"\{[^{}\s]*\}|\]\([^)\s]*\)|https?://\S+|\S+@\S+|[^\W\d_]*\d[\w.,:/-]*"
    r"|%[sd]|(?m:^(?:#{1,6}|[-*]|\|(?:[ :-]+\|)+)(?=\s|$))"
)
_WORD = re.compile(r"[A-Za-z]+")


def lengthened(text: str) -> str:
    """An English text as `en-XA`: accents, longer words, more words."""
    return _disguised(text, _accented, _MORE_LATIN)


def mirrored(text: str) -> str:
    """An English text as `ar-XB`: Arabic letters, more words; names in capitals stay Latin."""
    return _disguised(text, _in_arabic, _MORE_ARABIC)


_DISGUISES: dict[LanguageTag, Callable[[str], str]] = dict(
    zip(TAGS, (lengthened, mirrored), strict=True)
)


def make(target: Path = MADE) -> Path:
    """Both languages as packs and catalogues below `target`, which is returned.

    Nothing is done where content, code and this file are those of the last time.
    """
    signature, stamp = _signature(), target / "signature"
    if stamp.is_file() and stamp.read_text() == signature:
        return target
    shutil.rmtree(target, ignore_errors=True)
    _write_packs(target)
    _write_catalogues(target / "locale")
    stamp.write_text(signature)
    return target


def _disguised(text: str, disguise: Callable[[str], str], more: tuple[str, ...]) -> str:
    return "\n".join(_line(line, disguise, more) for line in text.split("\n"))


def _line(line: str, disguise: Callable[[str], str], more: tuple[str, ...]) -> str:
    """One line; the cells of a table each for itself."""
    if line.startswith("|"):
        cells = (_padded(cell, disguise, more) for cell in line.split("|"))
        return "|".join(cells)
    return _padded(line, disguise, more)


def _padded(part: str, disguise: Callable[[str], str], more: tuple[str, ...]) -> str:
    """A line or cell in disguise, with more words before its last sign until it is long enough."""
    if not _WORD.search(_KEPT.sub("", part)):
        return part
    words = "".join(
        piece if kept else _WORD.sub(lambda found: disguise(found[0]), piece)
        for piece, kept in _pieces(part)
    )
    wanted = math.ceil(len(part) * LONGER) - len(words)
    added, number = "", 0
    while len(added) < wanted:
        added += f" {more[number % len(more)]}"
        number += 1
    tail = re.search(r"[\s.:?!…]*$", words)
    end = tail.start() if tail else len(words)
    return f"{words[:end]}{added}{words[end:]}"


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, True for those that are kept as they are."""
    start = 0
    for found in _KEPT.finditer(text):
        yield text[start : found.start()], False
        yield found[0], True
        start = found.end()
    yield text[start:], False


def _accented(word: str) -> str:
    """Long words grow by their vowels, so that the longest word of a text grows too."""
    if len(word) >= _LONG_WORD:
        wanted = math.ceil(len(word) * (LONGER - 1))
        vowels = [at for at, letter in enumerate(word) if letter in "aeiou"] or [len(word) - 1]
        grown = list(word)
        for number in range(wanted):
            at = vowels[number % len(vowels)]
            grown[at] += word[at]
        word = "".join(grown)
    return word.translate(_ACCENTED)


def _in_arabic(word: str) -> str:
    if len(word) > 1 and word.isupper():
        return word
    letters = word.lower()
    for pair, letter in _SOUNDS:
        letters = letters.replace(pair, letter)
    return letters.translate(_LETTERS)


def _signature() -> str:
    """A hash of everything the two languages are made from."""
    digest = hashlib.sha256()
    files = (*CONTENT.rglob("*"), *SOURCE.rglob("*.py"), Path(__file__))
    for path in sorted(path for path in files if path.suffix in (".toml", ".md", ".py")):
        digest.update(f"\0{path.relative_to(ROOT)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _write_packs(target: Path) -> None:
    content = target / "content"
    shutil.copytree(CONTENT, content, ignore=shutil.ignore_patterns("*.po"))
    for manifest in content.glob("*/pack.toml"):
        tags = ", ".join(f'"{tag}"' for tag in ("en", *TAGS))
        text = re.sub(r"(?m)^languages = \[[^]]*\]", f"languages = [{tags}]", manifest.read_text())
        manifest.write_text(text)
        for tag, disguise in _DISGUISES.items():
            texts = untranslated(manifest.parent, tag)
            fill_translations(
                manifest.parent, tag, {key: disguise(text) for key, text in texts.items()}
            )
    problems = build([content], target / "packs").problems
    if problems.errors:
        raise SystemExit("\n".join(map(str, problems.errors)))


def _write_catalogues(target: Path) -> None:
    messages = extract()
    for tag, disguise in _DISGUISES.items():
        path = target / tag / "LC_MESSAGES" / f"{DOMAIN}.mo"
        path.parent.mkdir(parents=True)
        with path.open("wb") as stream:
            write_mo(stream, _catalogue(messages, tag, disguise))


def _catalogue(messages: Catalog, tag: LanguageTag, disguise: Callable[[str], str]) -> Catalog:
    made = Catalog(locale=tag.partition("-")[0], fuzzy=False)
    for message in messages:
        if message.id:
            made.add(message.id, _in_disguise(message, made.num_plurals, disguise))
    return made


def _in_disguise(
    message: Message, plurals: int, disguise: Callable[[str], str]
) -> str | tuple[str, ...]:
    if isinstance(message.id, str):
        return disguise(message.id)
    one, many = message.id
    return (disguise(one), *(disguise(many) for _ in range(plurals - 1)))


if __name__ == "__main__":
    print(make())
    sys.exit(0)
