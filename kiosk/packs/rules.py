"""Every rule of `packs check`: a slug that never changes, what it means, and the way out.

The table in `docs/content-format.md` is tested against this one.
"""

import difflib
from collections.abc import Iterable
from enum import Enum
from pathlib import Path

from kiosk.core.problems import Problem, Severity


class Rule(Enum):
    """One rule. Its value: slug, meaning, way out, and `warning` where it lets the pack pass."""

    # Files
    NO_PACK = ("no-pack", "No pack stands in the folder", "name a folder with a pack.toml in it")
    UNEXPECTED_FILE = (
        "unexpected-file",
        "A file or folder that is not part of the format",
        "rename it, or move it out of the pack",
    )
    NOT_A_FILE = (
        "not-a-file",
        "A link, folder or device where a file should be",
        "put a plain file (or plain folder) there",
    )
    UNREADABLE = ("unreadable", "A file cannot be read", "check its permissions and its disk")
    EMPTY_FILE = ("empty-file", "A file holds nothing", "fill it or remove it")
    TOO_LARGE = ("too-large", "A file over 2 MB", "split it; texts are never that long")
    NOT_UTF8 = ("not-utf-8", "Bytes that are not UTF-8", "save the file as UTF-8")
    # TOML and front matter
    TOML_SYNTAX = ("toml-syntax", "TOML that cannot be read", "mend the line named")
    FRONT_MATTER = (
        "front-matter",
        "A topic without its +++ lines",
        "begin with a line +++, the keys, and a line +++",
    )
    UNKNOWN_KEY = ("unknown-key", "A key or table the format does not know", "see this page")
    MISSING_KEY = ("missing-key", "A key that must be given", "add it")
    WRONG_TYPE = ("wrong-type", "A value of the wrong kind", "write it as this page shows")
    EMPTY_VALUE = ("empty-value", "An empty text or list", "fill it, or leave the key out")
    UNKNOWN_VALUE = ("unknown-value", "A word that is not in the vocabulary", "use one of the list")
    CONTROL_CHARACTER = (
        "control-character",
        "An invisible control character in a text",
        "remove it; isolates and line breaks are added when the pack is built",
    )
    # Ids and references
    BAD_ID = ("bad-id", "An id of the wrong form", "use lower-case words joined by hyphens")
    DUPLICATE_ID = ("duplicate-id", "Two things with one id", "give one of them another id")
    RESERVED_ID = ("reserved-id", "An id the format keeps for itself", "use another id")
    FOLDER_NAME = ("folder-name", "The pack's id is not its folder's name", "make them the same")
    UNKNOWN_COUNTRY = ("unknown-country", "No such country", "use ISO 3166-1, two capital letters")
    UNKNOWN_REGION = (
        "unknown-region",
        "No such region, or not one the origin pack declares",
        "use an ISO 3166-2 code of [[region]] in the origin pack",
    )
    UNKNOWN_LANGUAGE = ("unknown-language", "No such language", "use a BCP 47 tag the kiosk knows")
    UNKNOWN_ENTRY = ("unknown-entry", "A reference to an entry that is not there", "mend the id")
    UNKNOWN_SOURCE = (
        "unknown-source",
        "A reference to a source that is not there",
        "add it to sources.toml or mend the id",
    )
    UNKNOWN_FACT = (
        "unknown-fact",
        "A reference to a fact that is not there",
        "add it to facts.toml or mend the id",
    )
    WRONG_FACT = ("wrong-fact", "A fact of the wrong type at this place", "name a fact that fits")
    NOT_A_CONTACT = ("not-a-contact", "A contact that is not a service", "name a service")
    # Manifest
    MISSING_COUNTRY = (
        "missing-country",
        "A host or origin pack without a country",
        'add country = "…"',
    )
    STRAY_COUNTRY = (
        "stray-country",
        "A country where the kind of pack has none",
        "remove it, or make the pack host or origin",
    )
    STRAY_REGION = (
        "stray-region",
        "Regions outside an origin pack, or of another country",
        "declare regions of the pack's own country, in an origin pack",
    )
    BAD_VERSION = ("bad-version", "A version that is not numbers with dots", 'write "2026.11.1"')
    SOURCE_LANGUAGE = (
        "source-language",
        "The source language is not among the languages",
        "add it to languages",
    )
    SAFETY_CORE = (
        "safety-core",
        "safety_core outside the pack `common`",
        "remove it; only `common` holds the safety core",
    )
    COMMON_ONLY = (
        "common-only",
        "Questions or notices outside the pack `common`",
        "move them to `common`",
    )
    MISSING_QUESTION = (
        "missing-question",
        "The words of a question or of one of its values are missing",
        "add them to questions.toml of `common`",
    )
    MISSING_NOTICE = (
        "missing-notice",
        "A sentence the product says is missing",
        "add it to notices.toml of `common`",
    )
    OVERLAY = (
        "overlay",
        "A hide or replace that cannot be: not in a site pack, of the safety core, of another kind",
        "remove it, or name an entry that may be hidden or replaced",
    )
    OVERLAY_HASH = (
        "overlay-hash",
        "A replacement written for another wording of the entry",
        "read the entry again, then write its present hash",
    )
    # Facts
    BAD_VALUE = ("bad-value", "A fact's value does not fit its type", "write it as this page shows")
    BAD_UNIT = ("bad-unit", "A unit that does not fit the type", "use a unit this page names")
    BAD_DATE = ("bad-date", "A date that does not hold together", "mend the date")
    EXPIRED_AT_RELEASE = (
        "expired-at-release",
        "A fact that was expired on the day of release",
        "read its source again, set checked and valid_until",
    )
    EXPIRED = (
        "expired",
        "A fact or opportunity past its date today (an error with --strict)",
        "read its source again, set checked and valid_until",
        "warning",
    )
    REVIEW_DUE = (
        "review-due",
        "An entry past its review_by date today (an error with --strict)",
        "read its source again, set checked and review_by",
        "warning",
    )
    UNUSED_FACT = ("unused-fact", "A fact nothing refers to", "use it or remove it", "warning")
    UNUSED_SOURCE = (
        "unused-source",
        "A source nothing rests on",
        "use it or remove it",
        "warning",
    )
    # Texts
    STRAY_BRACE = ("stray-brace", "A brace that is no fact reference", "write {fact_id}")
    TYPED_PHONE = ("typed-phone", "A phone number typed in a text", "make it a fact of type phone")
    TYPED_AMOUNT = ("typed-amount", "An amount typed in a text", "make it a fact: money or percent")
    TYPED_DEADLINE = (
        "typed-deadline",
        "A deadline, duration or day typed in a text",
        "make it a fact of type duration or date",
    )
    TYPED_EMAIL = (
        "typed-email",
        "An e-mail address typed in a text",
        "make it a fact of type email",
    )
    TYPED_URL = ("typed-url", "A web address typed in a text", "make it a fact of type url")
    MARKDOWN_IN_TEXT = (
        "markdown-in-text",
        "Markdown in a field that holds plain text",
        "write plain words; only topics have Markdown",
    )
    TOO_LONG = (
        "too-long",
        "A text over 4,000 characters",
        "split it; a field holds one or two short sentences",
    )
    HTML = ("html", "HTML in a text", "write it in Markdown or plain words")
    BLOCK_ID = ("block-id", "A block without its {#id} line", "put {#some-id} on the line above")
    EMPTY_BLOCK = ("empty-block", "A block with an id and no text", "write it or remove the id")
    BLOCK_SHAPE = (
        "block-shape",
        "Something a block cannot be",
        "use ##, ###, a paragraph, a flat list or a table",
    )
    TABLE_COLUMNS = (
        "table-columns",
        "A table row with more or fewer cells than its header",
        "give every row the same number of cells",
    )
    LINK_TARGET = ("link-target", "A link to nothing", "link to an entry or to a url fact")
    RETURN_TOPIC = (
        "return-topic",
        "A topic in section return without about_return",
        "add about_return = true",
        "warning",
    )
    # Rules and golden cases
    UNKNOWN_QUESTION = (
        "unknown-question",
        "A rule, case or text about a question that does not exist",
        "use a question id of this page",
    )
    UNKNOWN_ANSWER = (
        "unknown-answer",
        "A value the question does not have",
        "use a value of the question",
    )
    EMPTY_CONDITION = (
        "empty-condition",
        "A condition with neither meets nor excludes",
        "say which answers meet or exclude it",
    )
    FAILED_CASE = (
        "failed-case",
        "A golden case came out otherwise",
        "mend the conditions, or the case if it is wrong",
    )
    # Translations
    PO_SYNTAX = ("po-syntax", "A PO file that cannot be read", "mend the line named")
    PO_LANGUAGE = (
        "po-language",
        "A PO file of a language the pack does not list, or whose header names another",
        "name it after its language, and write that in its Language header",
    )
    PO_CONTEXT = (
        "po-context",
        "A PO message without msgctxt, or two with the same",
        "run `packs translations export`",
    )
    TRANSLATION_PLACEHOLDER = (
        "translation-placeholder",
        "A translation lost or invented a fact reference",
        "use the same {…} as the source",
    )
    TRANSLATION_LINK = (
        "translation-link",
        "A translation lost or invented a link target",
        "use the same targets as the source",
    )
    TRANSLATION_SHAPE = (
        "translation-shape",
        "A translated block of another shape than its source",
        "keep the kind, heading level, list items and table cells",
    )
    TRANSLATION_NUMBER = (
        "translation-number",
        "A number in a translation that its source does not have",
        "compare the two",
        "warning",
    )
    TRANSLATION_STALE = (
        "translation-stale",
        "Translations of an earlier source; not shown",
        "run `packs translations export`, then look at the fuzzy ones",
        "warning",
    )
    TRANSLATION_FUZZY = (
        "translation-fuzzy",
        "Fuzzy translations; not shown",
        "compare with the new source and remove the fuzzy flag",
        "warning",
    )
    TRANSLATION_MISSING = (
        "translation-missing",
        "Texts without a translation",
        "translate them",
        "warning",
    )
    TRANSLATION_STATE = (
        "translation-state",
        "A state comment that is unknown, or a review of an earlier text",
        "have it reviewed again, or write the state as this page shows",
        "warning",
    )

    # Sound
    AUDIO_LANGUAGE = (
        "audio-language",
        "A list of clips named after a language the pack does not list",
        "name it after one of the pack's languages: fr.toml, in drafts/ drafts-fr.toml",
    )
    AUDIO_CONTEXT = (
        "audio-context",
        "A clip of a text that is not there",
        "write the place as msgctxt of the PO files says it: entry/block or entry/field",
    )
    AUDIO_HASH = (
        "audio-hash",
        "A hash that is not 64 hexadecimal digits",
        "copy the hash that `packs audio --list` shows for the text",
    )
    AUDIO_PATH = (
        "audio-path",
        "A sound file outside the folder of its list, or not named .opus",
        'put it beside its list or in a folder below, and write file = "name.opus"',
    )
    AUDIO_MISSING = (
        "audio-missing",
        "A sound file that is not there",
        "add it, or remove the clip",
    )
    AUDIO_FORMAT = (
        "audio-format",
        "A sound file that is not Ogg/Opus with one or two channels",
        "export it as Opus: mono, 24 to 64 kbit/s",
    )
    AUDIO_LONG = (
        "audio-long",
        "A sound file over 3 minutes",
        "split the text; nobody listens that long",
    )
    AUDIO_ORIGIN = (
        "audio-origin",
        "A person among the drafts, which are thrown away",
        "move the recording to audio/ and its clip to the list there",
    )
    AUDIO_LARGE = (
        "audio-large",
        "A sound file over 1 MB",
        "export it as Opus: mono, 24 to 64 kbit/s",
        "warning",
    )
    AUDIO_STALE = (
        "audio-stale",
        "A clip of words that have changed; not used",
        "record it again and write the new hash; drafts: run `packs audio`",
        "warning",
    )
    AUDIO_UNUSED = (
        "audio-unused",
        "A sound file that no clip names",
        "name it in a clip, or remove it",
        "warning",
    )

    @property
    def slug(self) -> str:
        """The name in `--json` and in brackets behind every problem."""
        return str(self.value[0])

    @property
    def meaning(self) -> str:
        """What is wrong."""
        return str(self.value[1])

    @property
    def way_out(self) -> str:
        """What to do, where nothing better is known at the place."""
        return str(self.value[2])

    @property
    def severity(self) -> Severity:
        """Whether it refuses the pack."""
        return Severity.WARNING if len(self.value) > 3 else Severity.ERROR

    def problem(self, path: Path, line: int, message: str, way_out: str = "") -> Problem:
        """This rule broken at a place. `way_out` replaces the general one."""
        return Problem(path, line, self.slug, message, way_out or self.way_out, self.severity)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`did you mean “…”?`, or the whole list where nothing is near and the list is short."""
    names = sorted(set(known))
    near = difflib.get_close_matches(word[:80], names, n=1, cutoff=0.6)
    if near:
        return f"did you mean {near[0]!r}?"
    return f"known here: {', '.join(names)}" if 0 < len(names) <= 30 else ""


def quoted(untrusted: object) -> str:
    """A value as it stands in a message: in quotes, one line, never longer than 60 characters."""
    shown = ascii_controls(untrusted if isinstance(untrusted, str) else repr(untrusted)[:200])
    return f'"{shown[:57]}…"' if len(shown) > 60 else f'"{shown}"'


def ascii_controls(text: str) -> str:
    """A text on one line: control and invisible characters become spaces."""
    return "".join(char if char.isprintable() else " " for char in text)
