"""Site files: TOML in, a whole `Site` and everything that is wrong with the file out.

Nobody stops at the first mistake: a key that cannot be used keeps its default and is reported.
"""

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from kiosk.core.errors import EnvironmentProblem
from kiosk.core.problems import Problem, Problems
from kiosk.settings.reading import READERS, TABLES, Refusal
from kiosk.settings.site import KeyMap, Site

_TOML_PLACE = re.compile(r" \(at line (\d+), column \d+\)")

_HEADER = re.compile(r"\s*\[+\s*([\w-]+)")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*[=.]""")


def load_site(path: Path) -> tuple[Site, Problems]:
    """The site a file declares, and its problems with line and way out.

    Raises EnvironmentProblem when the file cannot be read at all.
    """
    problems = Problems()
    try:
        text = path.read_text(encoding="utf-8-sig")
        untrusted = tomllib.loads(text)
    except OSError as error:
        raise EnvironmentProblem(
            f"{path}: the site file cannot be read ({error.strerror}): name another with --site"
        ) from error
    except UnicodeDecodeError:
        problems.add(Problem(path, 0, "not-utf-8", "bytes that are not UTF-8", "save it as UTF-8"))
        return Site(), problems
    except RecursionError:
        problems.add(_syntax_problem(path, "lists or tables nested too deep"))
        return Site(), problems
    except ValueError as error:  # broken TOML, and numbers without end
        problems.add(_syntax_problem(path, str(error)))
        return Site(), problems
    file = _SiteFile(path, text, problems)
    site: Site = file.read(Site, untrusted)
    file.check_whole(site)
    return site, problems


class _SiteFile:
    """One file while it is read."""

    def __init__(self, path: Path, text: str, problems: Problems) -> None:
        self._path = path
        self._lines = text.splitlines()
        self._problems = problems

    def read(self, table_type: type[Any], untrusted: Mapping[str, Any], table: str = "") -> Any:
        """A table as the dataclass it stands for; keys that are wrong are left at their default."""
        known = [field.name for field in fields(table_type)]
        values = {}
        for key, untrusted_value in untrusted.items():
            if key not in known:
                self._report(table, key, "unknown-key", f"unknown key {key!r}", _hint(key, known))
            elif table_type is Site and key in TABLES:
                if isinstance(untrusted_value, dict):
                    values[key] = self.read(TABLES[key], untrusted_value, key)
                else:
                    way_out = f"write a table [{key}]"
                    self._report(table, key, "wrong-type", f"{key!r} is not a table", way_out)
            else:
                try:
                    values[key] = READERS[key](untrusted_value)
                except Refusal as refusal:
                    message = f"{key!r}: {refusal.message}"
                    self._report(table, key, refusal.rule, message, refusal.way_out)
        return table_type(**values)

    def check_whole(self, site: Site) -> None:
        """What only all keys together can tell."""
        if site.type.is_of_a_state and site.run_by_state is None:
            message = f"a {site.type.value} without the state that runs it"
            way_out = "write run_by_state: visitors from that state must be told whose office it is"
            self._report("", "type", "missing-state", message, way_out)
        self._check_keys(site.keys)

    def _check_keys(self, keys: KeyMap) -> None:
        """One key does one thing, and there is a way on and a way in."""
        named: dict[str, str] = {}
        for action in fields(KeyMap):
            for key in getattr(keys, action.name):
                if key in named:
                    message = f"the key {key!r} is both {named[key]!r} and {action.name!r}"
                    self._report("keys", action.name, "key-twice", message, "keep it in one")
                named[key] = action.name
        for name in ("next", "select"):
            if not getattr(keys, name):
                way_out = "name a key, or leave it out for the usual ones"
                self._report("keys", name, "no-key", f"no key for {name!r}", way_out)

    def _report(self, table: str, key: str, rule: str, message: str, way_out: str) -> None:
        self._problems.add(Problem(self._path, self._line_of(table, key), rule, message, way_out))

    def _line_of(self, table: str, key: str) -> int:
        """Where a key stands, from 1; where its table begins when that is all there is to see."""
        current, found = "", 0
        for number, line in enumerate(self._lines, 1):
            header = _HEADER.match(line)
            named = _KEY.match(line)
            if header:
                current = header[1]
            if named and named[1] == key and current == table:
                return number
            begins = current if header else named[1] if named and not current else ""
            if not found and begins == (table or key):
                found = number
        return found


def _hint(key: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(key, list(known), n=1)
    return f"did you mean {near[0]!r}?" if near else f"known: {', '.join(sorted(known))}"


def _syntax_problem(path: Path, message: str) -> Problem:
    place = _TOML_PLACE.search(message)
    line = int(place[1]) if place else 0
    reason = _TOML_PLACE.sub("", message)
    return Problem(path, line, "toml-syntax", f"not TOML: {reason}", "mend the line named")
