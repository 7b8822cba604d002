"""The closed dialect of Markdown: what becomes which block, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.texts import BlockKind, Inline
from kiosk.packs.markdown_blocks import NoBlock, parse_block


@pytest.mark.parametrize(
    ("text", "kind", "level", "words"),
    [
        ("Go **home**", BlockKind.PARAGRAPH, 0, "Go home"),
        ("## Before", BlockKind.HEADING, 2, "Before"),
        ("### Papers", BlockKind.HEADING, 3, "Papers"),
        ("- a\n- b", BlockKind.LIST, 0, "a b"),
        ("1. a\n2. b", BlockKind.LIST, 0, "a b"),
        ("| a | b |\n|---|---|\n| c | {d_e} |", BlockKind.TABLE, 0, "a b c {d_e}"),
        (r"1\. May \*or\* not", BlockKind.PARAGRAPH, 0, "1. May *or* not"),
        ("5 < 6 & 7", BlockKind.PARAGRAPH, 0, "5 < 6 & 7"),
        ("ជំនួយ **ស្ម័គ្រ**", BlockKind.PARAGRAPH, 0, "ជំនួយ ស្ម័គ្រ"),
    ],
)
def test_what_becomes_which_block(text: str, kind: BlockKind, level: int, words: str) -> None:
    block = parse_block(text)
    assert (block.kind, block.level, block.plain) == (kind, level, words)


def test_emphasis_and_links_are_runs() -> None:
    (row,) = parse_block("See [your **rights**](common/leave) *now*, {a_b_c}").rows
    assert row == (
        (
            Inline("See "),
            Inline("your ", link="common/leave"),
            Inline("rights", strong=True, link="common/leave"),
            Inline(" "),
            Inline("now", strong=True),
            Inline(", {a_b_c}"),
        ),
    )


def test_only_numbered_lists_are_numbered() -> None:
    assert parse_block("1. a\n2. b").is_numbered
    assert not parse_block("- a\n- b").is_numbered


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("# Top", "one #"),
        ("#### Deep", "###"),
        ("> quote", "quote"),
        ("    code", "code"),
        ("a `code`", "code"),
        ("![a](b)", "picture"),
        ("***", "line"),
        ("- a\n    - b", "list in a list"),
        ("a  \nb", "below a paragraph"),
        ("text\n- item", "below a paragraph"),
        ("## head\ntext", "several blocks"),
        ("<b>a</b>", "HTML"),
        ("a&nbsp;b", "HTML"),
        ("<https://iom.int>", "HTML"),
        ("| a | b |\n|---|---|\n| c |", "1 cells"),
        ("| a | b |\n|---|---|\n| c | d | e |", "3 cells"),
    ],
)
def test_what_is_refused(text: str, what: str) -> None:
    with pytest.raises(NoBlock, match=what):
        parse_block(text)


@given(st.text(alphabet="ab *_#|-1.>`[](){}!<&\\\n\u0627\u17cc", max_size=40))
def test_any_text_is_a_block_or_refused(text: str) -> None:
    try:
        block = parse_block(text)
    except NoBlock:
        return
    assert block.plain.strip()
    assert all(inline.text for inline in block.inlines)
    assert parse_block(text) == block
