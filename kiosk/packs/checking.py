"""`packs check`: folders in, every problem out, with the packs as far as they could be read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kiosk.core.problems import Problem, Problems, Severity
from kiosk.packs.audio_rules import check_audio
from kiosk.packs.content_rules import check_content, check_dates
from kiosk.packs.golden_cases import check_cases, programmes_of
from kiosk.packs.index import PackIndex
from kiosk.packs.overlays import check_overlay
from kiosk.packs.reading import find_folders, find_siblings, read_pack
from kiosk.packs.reference_rules import check_references
from kiosk.packs.rules import Rule, quoted
from kiosk.packs.source import SourcePack
from kiosk.packs.translation_rules import check_translations


@dataclass(frozen=True)
class CheckReport:
    """What was found. `packs` are those named, in the order of folders; `of_pack` by folder."""

    problems: Problems
    packs: tuple[SourcePack, ...]
    of_pack: Mapping[Path, tuple[Problem, ...]]
    index: PackIndex

    def has_errors(self, pack: SourcePack) -> bool:
        """True when the pack must not be built."""
        return any(p.severity is Severity.ERROR for p in self.of_pack[pack.folder])


def check(paths: Iterable[Path], as_of: date | None = None, *, strict: bool = False) -> CheckReport:
    """All problems of the packs at `paths` (packs, or folders of packs).

    Packs beside them are read for references and golden cases, and not reported. What is past its
    date on `as_of`, by default today, is a warning, with `strict` an error.
    """
    today = as_of or datetime.now().astimezone().date()
    return check_undated(paths, lambda pack: check_dates(pack, today, strict=strict))


def check_undated(
    paths: Iterable[Path], more: Callable[[SourcePack], Iterable[Problem]] | None = None
) -> CheckReport:
    """All problems that do not depend on the day, and those that `more` finds in each pack."""
    problems = Problems()
    folders = find_folders(paths, problems)
    by_folder = {folder: Problems() for folder in folders}
    packs = tuple(read_pack(folder, found) for folder, found in by_folder.items())
    siblings = tuple(read_pack(folder, Problems()) for folder in find_siblings(folders))
    index = PackIndex((*packs, *siblings))
    programmes = programmes_of(index)
    for pack in packs:
        found = by_folder[pack.folder]
        found.extend(check_references(pack, index))
        if not any(p.severity is Severity.ERROR for p in found):
            # The hash of what is replaced is taken on compiled words: they must be whole.
            found.extend(check_overlay(pack, index))
        found.extend(check_content(pack))
        found.extend(check_translations(pack))
        found.extend(check_audio(pack))
        found.extend(check_cases(pack, programmes))
        if more is not None:
            found.extend(more(pack))
    _check_pack_ids(packs, by_folder)
    for found in by_folder.values():
        problems.extend(found)
    of_pack = {folder: tuple(found) for folder, found in by_folder.items()}
    return CheckReport(problems, packs, of_pack, index)


def _check_pack_ids(packs: tuple[SourcePack, ...], by_folder: Mapping[Path, Problems]) -> None:
    first: dict[str, SourcePack] = {}
    for pack in packs:
        other = first.setdefault(pack.id, pack)
        if other is not pack:
            message = f"the pack {quoted(pack.id)} also stands in {other.folder}"
            line = pack.manifest.lines.get("id", 0)
            path = pack.folder / "pack.toml"
            by_folder[pack.folder].add(Rule.DUPLICATE_ID.problem(path, line, message))
