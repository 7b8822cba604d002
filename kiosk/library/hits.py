"""What search gives back."""

from dataclasses import dataclass

from kiosk.core.entries import EntryKind
from kiosk.core.ids import EntryRef
from kiosk.core.languages import LanguageTag


@dataclass(frozen=True)
class Hit:
    """One entry found. `language` is that of title and snippet.

    `fallback` is true when the entry is not yet in the language asked for. `snippet` is plain text
    around the words found, at most 120 characters.
    """

    id: EntryRef
    kind: EntryKind
    title: str
    language: LanguageTag
    fallback: bool
    snippet: str
