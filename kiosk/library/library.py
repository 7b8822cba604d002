"""The library: every compiled pack on this machine, opened once and only ever read."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType

from kiosk.core.entries import Entry
from kiosk.core.errors import EnvironmentProblem
from kiosk.core.facts import Fact, Source
from kiosk.core.ids import CountryCode, EntryRef, FactId, PackId, SourceId, split_ref
from kiosk.core.kinds import PackKind, Release
from kiosk.core.languages import LanguageTag
from kiosk.library.edition import Edition, NotInLibraryError
from kiosk.library.hits import Hit
from kiosk.library.pack_file import SUFFIX, PackFile, PackInfo
from kiosk.library.reading import Day, PackReader, Words
from kiosk.library.recordings import PackRecordings
from kiosk.library.searching import Index, Search
from kiosk.library.stubs import Stub, load_stubs

_EDITIONS_KEPT = 8
_NO_WORDS: Words = MappingProxyType({})


class Library:
    """The packs of one folder."""

    def __init__(self, files: tuple[PackFile, ...], not_known: Words = _NO_WORDS) -> None:
        """`not_known` says "not known" in each language, for values that are hidden."""
        self._readers = {file.info.id: PackReader(file) for file in files}
        self._not_known = not_known
        self._edition = lru_cache(maxsize=_EDITIONS_KEPT)(self._make_edition)

    @classmethod
    def open(cls, folder: Path, not_known: Words = _NO_WORDS) -> "Library":
        """Open every pack of a folder.

        Raises EnvironmentProblem when there is none, when one is damaged or of another format, or
        when two have one id.
        """
        paths = sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []
        if not paths:
            raise EnvironmentProblem(f"{folder}: no compiled packs: run `make setup`")
        files: dict[PackId, PackFile] = {}
        try:
            for path in paths:
                _add(files, PackFile(path))
        except EnvironmentProblem:
            for file in files.values():
                file.close()
            raise
        return cls(tuple(files.values()), not_known)

    def close(self) -> None:
        """Give the files back; the library is not to be used any more."""
        for reader in self._readers.values():
            reader.pack.close()

    @property
    def packs(self) -> tuple[PackInfo, ...]:
        """What each pack says about itself, by id."""
        return tuple(reader.pack.info for reader in self._readers.values())

    @property
    def hosts(self) -> tuple[CountryCode, ...]:
        """Countries a person can be in, by code."""
        return self._countries(PackKind.HOST)

    @property
    def origins(self) -> tuple[CountryCode, ...]:
        """Countries a person can be from, by code."""
        return self._countries(PackKind.ORIGIN)

    @property
    def languages(self) -> tuple[LanguageTag, ...]:
        """The languages of the pack `common`, in its order; of all packs where there is none."""
        common = [p for p in self.packs if p.kind is PackKind.COMMON] or self.packs
        return tuple(dict.fromkeys(tag for pack in common for tag in pack.languages))

    @property
    def released(self) -> date:
        """The day of the newest pack, which tests and commands without `--as-of` may use."""
        return max(pack.released for pack in self.packs)

    def edition(
        self, language: LanguageTag, as_of: date, release: Release = Release.DEMO
    ) -> Edition:
        """Everything in one language on one day; the last few are kept."""
        return self._edition(language, as_of, release)

    def search(
        self,
        query: str,
        language: LanguageTag,
        *,
        origin: CountryCode | None = None,
        host: CountryCode | None = None,
        limit: int = 20,
        keep: Callable[[Entry], bool] | None = None,
        as_of: date | None = None,
        release: Release = Release.DEMO,
    ) -> tuple[Hit, ...]:
        """The entries that fit the words, best first; any text may be typed.

        `keep` decides for each entry whether the person may see it. `as_of` is the day of the
        newest pack where not given.
        """
        edition = self.edition(language, as_of or self.released, release)
        return Search(self._index, edition, keep).find(query, host, origin, limit)

    def recordings(self, release: Release = Release.DEMO) -> PackRecordings:
        """What is recorded of all this, as far as a site of this release may use it."""
        return PackRecordings(self._readers.values(), self._stubs, release)

    def source(self, source_id: SourceId) -> Source:
        """A source by its qualified id; raises NotInLibraryError where there is none."""
        source = self._reader_of(source_id).source(source_id)
        if source is None:
            raise NotInLibraryError(f"no pack has the source {source_id!r}: run `make build`")
        return source

    def fact(self, fact_id: FactId) -> Fact:
        """A fact as recorded; raises NotInLibraryError where there is none."""
        return self._reader_of(fact_id).fact(fact_id)

    def facts_of(self, pack: PackId) -> tuple[Fact, ...]:
        """Every fact of a pack; raises NotInLibraryError where the pack is not installed."""
        return self._reader_of(f"{pack}/").facts

    def fingerprint(self, ref: EntryRef) -> str:
        """What a site pack names to replace this entry; raises NotInLibraryError."""
        if ref not in self._stubs:
            raise NotInLibraryError(f"no pack has the entry {ref!r}: mend the id")
        return self._stubs[ref].fingerprint

    def _reader_of(self, ref: str) -> PackReader:
        pack = split_ref(ref)[0]
        if pack not in self._readers:
            raise NotInLibraryError(f"no pack {pack!r} is installed: run `make build`")
        return self._readers[pack]

    def _countries(self, kind: PackKind) -> tuple[CountryCode, ...]:
        return tuple(sorted({p.country for p in self.packs if p.kind is kind and p.country}))

    def _make_edition(self, language: LanguageTag, as_of: date, release: Release) -> Edition:
        day = Day(language, as_of, release, self._not_known)
        return Edition(day, self._stubs, self._readers)

    @cached_property
    def _stubs(self) -> Mapping[EntryRef, Stub]:
        return load_stubs(reader.pack for reader in self._readers.values())

    @cached_property
    def _index(self) -> Index:
        return Index(self._stubs.values(), self._readers)


def _add(files: dict[PackId, PackFile], file: PackFile) -> None:
    other = files.setdefault(file.info.id, file)
    if other is not file:
        file.close()
        raise EnvironmentProblem(
            f"{file.path}: the pack {file.info.id!r} is there twice, also in {other.path.name}: "
            "remove one"
        )
