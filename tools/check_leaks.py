"""No committed text names a machine's paths or where its packages come from.

Such names tell about the people and networks behind the product, and break on every other machine.
A bracket around one letter of each pattern keeps this file from matching itself.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.findings import Finding, report
from tools.tree import ROOT, committed_files

_BEFORE = r"(?<![\w.$}-])"
_PATTERNS = (
    (re.compile(_BEFORE + r"/(?:w[o]rk|o[p]t|r[o]ot|U[s]ers)/[\w.-]"), "a machine path"),
    (re.compile(_BEFORE + r"/h[o]me/(?!kiosk\b)[\w.-]"), "a home folder"),
    (re.compile(r"\.\./s[h]ared\b"), "a folder outside the repository"),
    (re.compile(r"\b(?:pyp[i]|pythonh[o]sted|npmj[s])\.(?:org|com|io)\b"), "a registry host"),
    (re.compile(r"\b(?:art[i]factory|n[e]xus|devp[i])[\w-]*\.[\w-]+\.\w+"), "a registry host"),
    (re.compile(r"--(?:extra-)?index-u[r]l|--trusted-h[o]st"), "a package index option"),
    (re.compile(r"https?://[^\s/@\"':]+:[^\s/@\"':]+@"), "a password in an address"),
)
_WAY_OUT = "take it out, or make it relative to the repository"


def leaks_in(path: Path, text: str, places: Iterable[str] = ()) -> Iterator[Finding]:
    """What `text` gives away; `places` are paths of this very machine that must not appear."""
    own = [re.compile(_BEFORE + re.escape(place) + r"(?![\w-])") for place in places]
    for number, line in enumerate(text.splitlines(), start=1):
        for pattern, what in (*_PATTERNS, *((pattern, "a machine path") for pattern in own)):
            if match := pattern.search(line):
                yield Finding(path, number, f"{what} stands here: {match[0]!r}", _WAY_OUT)


def machine_places(root: Path, home: Path) -> tuple[str, ...]:
    """Where this checkout and its user live, as far as those paths are not everybody's."""
    return tuple(str(place) for place in (root, home) if len(place.parts) > 2)


def main() -> int:
    """Check every committed file that is text."""
    places = machine_places(ROOT, Path.home())
    findings: list[Finding] = []
    for path in committed_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        findings.extend(leaks_in(path, text, places))
    return report(findings)


if __name__ == "__main__":
    sys.exit(main())
