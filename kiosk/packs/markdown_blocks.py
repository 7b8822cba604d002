"""One block of Markdown turned into rows of inlines; whatever a block cannot hold is named.

Python-Markdown parses the block alone; its element tree is read, never its HTML. The tree tells
what was written: anything outside the closed dialect is refused by its tag.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor

from kiosk.core.texts import BlockKind, Inline
from kiosk.packs.rules import Rule
from kiosk.packs.tables import is_blank

HTML = re.compile(r"<[A-Za-z/!?]|&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]+);")

_TAGS = {
    "h2": BlockKind.HEADING,
    "h3": BlockKind.HEADING,
    "p": BlockKind.PARAGRAPH,
    "ul": BlockKind.LIST,
    "ol": BlockKind.LIST,
    "table": BlockKind.TABLE,
}
_NAMES = {
    "h1": "a heading with one #",
    "h4": "a heading below ###",
    "h5": "a heading below ###",
    "h6": "a heading below ###",
    "blockquote": "a quote",
    "pre": "code",
    "code": "code",
    "hr": "a line",
    "img": "a picture",
    "br": "a forced line break",
    "ul": "a list in a list",
    "ol": "a list in a list",
    "p": "a second paragraph",
}
_CELL_SPLIT = re.compile(r"(?<!\\)\|")
_SPACES = re.compile(r"[ \t\n]+")
_MAX_PIPES = 2000
_LEFT_OVER = re.compile(r"\*\*|\]\(|\]\[|\[\^|~~|(?<!\w)__|^\||^ ?\[[ xX]\] |={3,}$")


@dataclass(frozen=True)
class ParsedBlock:
    """A block without words about its place: as `kiosk.core.texts.Block`, and if it is numbered."""

    kind: BlockKind
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    level: int = 0
    is_numbered: bool = False

    @property
    def inlines(self) -> Iterator[Inline]:
        """All runs of words."""
        return (inline for row in self.rows for cell in row for inline in cell)

    @property
    def links(self) -> tuple[str, ...]:
        """Link targets as written, each once, in the order of the text."""
        return tuple(dict.fromkeys(inline.link for inline in self.inlines if inline.link))

    @property
    def plain(self) -> str:
        """All words, cells separated by spaces."""
        return " ".join("".join(i.text for i in cell) for row in self.rows for cell in row)

    @property
    def shape(self) -> tuple[str, int, bool, tuple[int, ...]]:
        """What a translation must keep: kind, level, numbering, cells of each row."""
        cells = tuple(len(row) for row in self.rows)
        return (self.kind.value, self.level, self.is_numbered, cells)


class NoBlock(Exception):
    """The text is not one block of the dialect; `rule` and the message say why."""

    def __init__(self, rule: Rule, message: str, way_out: str = "") -> None:
        """`message` names what stands there instead; `way_out` as in `Rule.problem`."""
        super().__init__(message)
        self.rule = rule
        self.way_out = way_out


def parse_block(text: str) -> ParsedBlock:
    """The block a Markdown text stands for. Raises `NoBlock`."""
    found = HTML.search(text)
    if found:
        raise NoBlock(Rule.HTML, f"HTML at {found.group()!r}")
    root = _tree(text)
    children = list(root)
    if len(children) != 1:
        what = "several blocks without a blank line" if children else "nothing to read"
        raise NoBlock(Rule.BLOCK_SHAPE, f"the block holds {what}")
    element = children[0]
    kind = _TAGS.get(element.tag)
    if kind is None:
        raise _refused(element.tag)
    if kind is BlockKind.TABLE:
        _check_columns(text)
    if kind is BlockKind.PARAGRAPH and "\n" in text.strip():
        message = "a list, table or heading stands right below a paragraph"
        raise NoBlock(Rule.BLOCK_SHAPE, message, "put a blank line and an {#id} line between")
    block = ParsedBlock(
        kind=kind,
        rows=tuple(_rows(element, kind)),
        level=int(element.tag[1]) if kind is BlockKind.HEADING else 0,
        is_numbered=element.tag == "ol",
    )
    if is_blank(block.plain):
        raise NoBlock(Rule.EMPTY_BLOCK, "the block has no words")
    _check_left_over(block)
    return block


def _check_left_over(block: ParsedBlock) -> None:
    """Marks that stayed among the words mean that something was written that nobody will see."""
    for row in block.rows:
        for cell in row:
            found = _LEFT_OVER.search("".join(inline.text for inline in cell))
            if found:
                what = "is no Markdown of this format, or has lost its other half"
                raise NoBlock(Rule.BLOCK_SHAPE, f"{found.group().strip()!r} {what}")


class _TreeCatcher(Treeprocessor):
    """Keeps the finished tree and leaves nothing to be written out as HTML."""

    root: Element | None = None

    def run(self, root: Element) -> Element:
        """Called last, after inlines are parsed and escapes resolved."""
        self.root = root
        return Element("div")


class _Dialect(Extension):
    """Python-Markdown without HTML, entities, references and underscores."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown calls it so
        """Take out what the dialect does not have and would not show in the tree."""
        md.preprocessors.deregister("html_block")
        md.parser.blockprocessors.deregister("reference")
        patterns = ("html", "entity", "autolink", "automail", "reference", "image_reference")
        for name in (*patterns, "short_reference", "short_image_ref", "em_strong2"):
            md.inlinePatterns.deregister(name, strict=False)
        md.treeprocessors.register(_TreeCatcher(md), "catcher", -10)


@cache
def _parser() -> Markdown:
    return Markdown(extensions=[TableExtension(), _Dialect()])


def _tree(text: str) -> Element:
    if text.count("|") > _MAX_PIPES:
        raise NoBlock(Rule.BLOCK_SHAPE, "the table is too large")
    parser = _parser()
    try:
        parser.reset().convert(text)
    except RecursionError as error:
        raise NoBlock(Rule.BLOCK_SHAPE, "the block is nested too deep") from error
    catcher = parser.treeprocessors["catcher"]
    assert isinstance(catcher, _TreeCatcher)
    root, catcher.root = catcher.root, None
    return Element("div") if root is None else root


def _refused(tag: str) -> NoBlock:
    return NoBlock(Rule.BLOCK_SHAPE, f"the block holds {_NAMES.get(tag, tag)}")


def _check_columns(text: str) -> None:
    lines = [line.strip().removeprefix("|") for line in text.splitlines()]
    counts = [len(_CELL_SPLIT.split(re.sub(r"(?<!\\)\|$", "", line))) for line in lines]
    for number, count in enumerate(counts):
        if count != counts[0]:
            message = f"row {number} of the table has {count} cells, its header {counts[0]}"
            raise NoBlock(Rule.TABLE_COLUMNS, message)


def _rows(element: Element, kind: BlockKind) -> Iterator[tuple[tuple[Inline, ...], ...]]:
    match kind:
        case BlockKind.TABLE:
            for row in element.iter("tr"):
                yield tuple(_cell(cell) for cell in row)
        case BlockKind.LIST:
            for item in element:
                yield (_cell(item),)
        case _:
            yield (_cell(element),)


def _cell(element: Element) -> tuple[Inline, ...]:
    merged: list[Inline] = []
    for inline in _inlines(element, strong=False, link=""):
        last = merged[-1] if merged else None
        if last and (last.strong, last.link) == (inline.strong, inline.link):
            merged[-1] = Inline(last.text + inline.text, last.strong, last.link)
        else:
            merged.append(inline)
    return _trimmed(merged)


def _trimmed(inlines: list[Inline]) -> tuple[Inline, ...]:
    if inlines:
        first = inlines[0]
        inlines[0] = Inline(first.text.lstrip(" "), first.strong, first.link)
        last = inlines[-1]
        inlines[-1] = Inline(last.text.rstrip(" "), last.strong, last.link)
    return tuple(inline for inline in inlines if inline.text)


def _inlines(element: Element, *, strong: bool, link: str) -> Iterator[Inline]:
    if element.text:
        yield Inline(_SPACES.sub(" ", element.text), strong, link)
    for child in element:
        match child.tag:
            case "strong" | "em":
                yield from _inlines(child, strong=True, link=link)
            case "a" if child.get("title"):
                raise NoBlock(Rule.BLOCK_SHAPE, "a link has a title", "write [words](target)")
            case "a":
                yield from _inlines(child, strong=strong, link=child.get("href", "") or "?")
            case tag:
                raise _refused(tag)
        if child.tail:
            yield Inline(_SPACES.sub(" ", child.tail), strong, link)
