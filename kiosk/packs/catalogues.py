"""Translations as PO files: read with lines, refreshed from the source, filled by a translator."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import polib

from kiosk.core.errors import ContentError
from kiosk.core.ids import LanguageTag
from kiosk.core.languages import find_language
from kiosk.core.problems import Problems
from kiosk.packs.files import SourceFile, read_text
from kiosk.packs.rules import Rule, did_you_mean, quoted
from kiosk.packs.source import Catalogue, Manifest, Message, SourcePack, Unit
from kiosk.whole_file import write_whole

FOLDER = "translations"
BRACE_FLAG = "python-brace-format"
MACHINE_DRAFT = "machine draft, not reviewed by a native speaker"
WRAP_WIDTH = 78

_PO_FORM = re.compile(
    r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*"\s*)?'
)
_PO_LINE = re.compile(r"\(line (\d+)\)")


def read_catalogues(
    files: Mapping[str, SourceFile], manifest: Manifest, problems: Problems
) -> tuple[Catalogue, ...]:
    """The PO files of a pack, in the order of their names."""
    found: list[Catalogue] = []
    for name, file in files.items():
        if name.startswith(f"{FOLDER}/"):
            catalogue = _read_catalogue(file, manifest, problems)
            if catalogue is not None:
                found.append(catalogue)
    return tuple(found)


def _read_catalogue(file: SourceFile, manifest: Manifest, problems: Problems) -> Catalogue | None:
    tag = LanguageTag(file.path.stem)
    if tag not in manifest.targets:
        message = f"the pack is not translated into {quoted(tag)}"
        way_out = did_you_mean(tag, manifest.targets)
        problems.add(Rule.PO_LANGUAGE.problem(file.path, 0, message, way_out))
        return None
    po = parse_po(file, problems)
    if po is None:
        return None
    _check_header(file, po, tag, problems)
    units: dict[str, Unit] = {}
    for entry in po:
        if entry.obsolete:
            continue
        context = entry.msgctxt
        if entry.msgid_plural:
            message = "a message with plural forms; packs have none"
            problems.add(Rule.PO_SYNTAX.problem(file.path, entry.linenum or 0, message))
            continue
        if not context or context in units:
            wrong = f"stands twice: {quoted(context)}" if context else "has no msgctxt"
            problems.add(
                Rule.PO_CONTEXT.problem(file.path, entry.linenum or 0, f"a message {wrong}")
            )
            continue
        units[context] = Unit(
            context=context,
            source=entry.msgid,
            text=entry.msgstr,
            is_fuzzy=entry.fuzzy,
            comment=entry.tcomment or "",
            line=entry.linenum or 0,
        )
    return Catalogue(tag, file.path, units)


def parse_po(file: SourceFile, problems: Problems) -> polib.POFile | None:
    """A parsed PO file, or None with a problem."""
    for number, text in enumerate(file.text.split("\n"), 1):
        if len(text.splitlines()) > 1:  # polib takes these for the end of the line
            message = "a character that breaks lines stands in the line"
            problems.add(Rule.CONTROL_CHARACTER.problem(file.path, number, message))
            return None
        if not _PO_FORM.fullmatch(text):  # polib reads on over these and makes up the rest
            message = f"no line of a PO file: {quoted(text)}"
            problems.add(Rule.PO_SYNTAX.problem(file.path, number, message))
            return None
    # polib takes text that names an existing file for a path: a line end makes it none.
    try:
        return polib.pofile(file.text + "\n", wrapwidth=WRAP_WIDTH, check_for_duplicates=False)
    # polib walks on over some broken lines and trips in its own data: these are what it raises.
    except (OSError, ValueError, LookupError, AttributeError, TypeError) as error:
        found = _PO_LINE.search(str(error))
        line = int(found[1]) if found else 0
        problems.add(Rule.PO_SYNTAX.problem(file.path, line, "the PO file cannot be read here"))
        return None


def _check_header(file: SourceFile, po: polib.POFile, tag: str, problems: Problems) -> None:
    declared = po.metadata.get("Language", "")
    language = find_language(declared) if declared else None
    if language is None or language.tag != tag:
        message = f"the header says Language: {quoted(declared)}, the file name {quoted(tag)}"
        problems.add(Rule.PO_LANGUAGE.problem(file.path, 1, message, f"write Language: {tag}"))


def update_catalogue(path: Path, pack: SourcePack, language: LanguageTag) -> bool:
    """Bring one PO file up to date with the source; True when it changed on disk.

    ContentError when the file that is there cannot be read: it must be mended first.
    """
    problems = Problems()
    before = (read_text(path, problems) or "") if path.exists() else ""
    old = parse_po(SourceFile(path, path.name, before), problems) if before else _new_po()
    if old is None or problems.errors:
        raise ContentError(str(problems.errors[0]))
    po = _merge(old, pack.messages, pack.folder)
    po.metadata = _metadata(old.metadata, pack.manifest, language)
    return write_po(path, po, before)


def write_po(path: Path, po: polib.POFile, before: str) -> bool:
    """Write a PO file, whole or not at all, when it differs from `before`."""
    text = str(po)
    text = text if text.endswith("\n") else f"{text}\n"
    if text == before:
        return False
    path.parent.mkdir(exist_ok=True)
    write_whole(path, text.encode())
    return True


def _new_po() -> polib.POFile:
    return polib.POFile(wrapwidth=WRAP_WIDTH)


def _metadata(old: Mapping[str, str], manifest: Manifest, language: LanguageTag) -> dict[str, str]:
    """What the header must say; what a translator's tool added stays, in a fixed order."""
    ours = {
        "Project-Id-Version": f"{manifest.id}",
        "Language": str(language),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    theirs = {key: value for key, value in sorted(old.items()) if key not in ours}
    return ours | theirs


def _merge(old: polib.POFile, messages: Iterable[Message], folder: Path) -> polib.POFile:
    known: dict[str, polib.POEntry] = {}
    for entry in sorted(old, key=lambda entry: bool(entry.obsolete)):
        if entry.msgctxt:
            known.setdefault(entry.msgctxt, entry)
    merged = _new_po()
    merged.header = old.header
    for message in messages:
        fresh = polib.POEntry(msgctxt=message.context)
        entry = known.pop(message.context, fresh)
        _refresh(entry, message, folder)
        merged.append(entry)
    for context in sorted(known):
        entry = known[context]
        if entry.msgstr:
            entry.obsolete = True
            entry.occurrences = []
            entry.flags = []
            merged.append(entry)
    return merged


def _refresh(entry: polib.POEntry, message: Message, folder: Path) -> None:
    fuzzy = entry.fuzzy
    if entry.obsolete:
        entry.obsolete = False
    if entry.msgid != message.text:
        if entry.msgstr and entry.previous_msgid == message.text:
            fuzzy, entry.previous_msgid = False, None
        elif entry.msgstr:
            fuzzy = True
            entry.previous_msgid = entry.previous_msgid or entry.msgid
        entry.msgid = message.text
    if not entry.msgstr or not fuzzy:
        fuzzy = fuzzy and bool(entry.msgstr)
        entry.previous_msgid = None
    flags = [flag for flag in entry.flags if flag not in ("fuzzy", BRACE_FLAG)]
    entry.flags = [*flags, *(["fuzzy"] * fuzzy), *([BRACE_FLAG] * bool(message.facts))]
    entry.occurrences = [(message.place.path.relative_to(folder).as_posix(), "")]


def fill_catalogue(
    path: Path, mapping: Mapping[str, str], state: str = MACHINE_DRAFT
) -> tuple[str, ...]:
    """Write translations into a PO file by context; contexts of no use are returned.

    Reviewed translations stay as they are. Text that is filled in is no longer fuzzy.
    ContentError when the file cannot be read.
    """
    problems = Problems()
    before = read_text(path, problems) or ""
    po = parse_po(SourceFile(path, path.name, before), problems) if before else None
    if po is None:
        raise ContentError(str(problems.errors[0]))
    entries = {entry.msgctxt: entry for entry in po if not entry.obsolete}
    refused: list[str] = []
    for context, text in mapping.items():
        entry = entries.get(context)
        if entry is None or (is_reviewed(entry.tcomment) and not entry.fuzzy):
            refused.append(context)
            continue
        entry.msgstr = text
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        entry.previous_msgid = None
        entry.tcomment = with_state(entry.tcomment, state)
    write_po(path, po, before)
    return tuple(refused)


def state_of(comment: str) -> str:
    """What follows `state:` in a translator comment, empty where nothing does."""
    for line in comment.splitlines():
        name, colon, state = line.strip().partition(":")
        if colon and name.strip() == "state":
            return state.strip()
    return ""


def is_reviewed(comment: str) -> bool:
    """True when the comment says that somebody reviewed the text."""
    return state_of(comment).split(" ")[0] == "reviewed"


def with_state(comment: str, state: str) -> str:
    """A translator comment with another state; its other lines stay."""
    kept = [line for line in comment.splitlines() if not line.strip().startswith("state:")]
    return "\n".join([*kept, f"state: {state}"])


def take_in(path: Path, untrusted: SourceFile) -> tuple[str, ...]:
    """Take finished translations of another PO file into the one at `path`, by context.

    Their state comments come along. Contexts that are unknown, or were translated from another
    source text, are returned and not taken. ContentError when either file cannot be read.
    """
    problems = Problems()
    before = read_text(path, problems) or ""
    own = parse_po(SourceFile(path, path.name, before), problems) if before else None
    theirs = parse_po(untrusted, problems)
    if own is None or theirs is None:
        raise ContentError(str(problems.errors[0]))
    entries = {entry.msgctxt: entry for entry in own if not entry.obsolete}
    refused: list[str] = []
    for given in theirs:
        if given.obsolete or given.fuzzy or not given.msgstr or not given.msgctxt:
            continue
        entry = entries.get(given.msgctxt)
        if entry is None or entry.msgid != given.msgid:
            refused.append(given.msgctxt)
            continue
        entry.msgstr, entry.tcomment = given.msgstr, given.tcomment
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        entry.previous_msgid = None
    write_po(path, own, before)
    return tuple(refused)
