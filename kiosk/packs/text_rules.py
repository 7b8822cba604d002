"""What may stand in a text, in the source language and in every translation."""

import re
from collections.abc import Iterator

from kiosk.core.languages import Language
from kiosk.packs.markdown_blocks import HTML, NoBlock, ParsedBlock, parse_block
from kiosk.packs.rules import Rule, quoted
from kiosk.packs.source import FACT_REFERENCE
from kiosk.packs.typed_values import find_typed_values

Finding = tuple[Rule, str, str]
"""A rule, what is wrong, and a way out better than the rule's own, or nothing."""

MAX_LENGTH = 4000

_BRACE = re.compile(r"\{[^{}\s]{0,80}\}?|\}")
_MARKDOWN = re.compile(r"\*\*|\]\(|^#{1,6} |^[-*] |`|^\d+\. (?=.*\n\d+\. )|^\|")


def check_plain_text(text: str, language: Language | None = None) -> Iterator[Finding]:
    """What is wrong with a text of a field."""
    if len(text) > MAX_LENGTH:
        yield Rule.TOO_LONG, f"the text has {len(text)} characters", ""
        return
    found = HTML.search(text)
    if found:
        yield Rule.HTML, f"HTML at {quoted(found.group())}", ""
    if _MARKDOWN.search(text):
        yield Rule.MARKDOWN_IN_TEXT, f"Markdown in {quoted(text)}", ""
    yield from check_words(text, language)


def check_words(text: str, language: Language | None) -> Iterator[Finding]:
    """Stray braces and typed values, in plain text or Markdown."""
    for match in _BRACE.finditer(FACT_REFERENCE.sub("", text)):
        yield Rule.STRAY_BRACE, f"stray {quoted(match.group())}", ""
        break
    for value in find_typed_values(text, language):
        yield value.rule, f"{quoted(value.typed)} is typed in the text", ""


def check_block_text(
    text: str, language: Language | None = None
) -> tuple[ParsedBlock | None, tuple[Finding, ...]]:
    """The block a Markdown text stands for, where it does, and what is wrong with it."""
    if len(text) > MAX_LENGTH:
        return None, ((Rule.TOO_LONG, f"the block has {len(text)} characters", ""),)
    findings = tuple(check_words(text, language))
    try:
        return parse_block(text), findings
    except NoBlock as fault:
        return None, (*findings, (fault.rule, str(fault), fault.way_out))
