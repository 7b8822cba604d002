"""Where keys stand in a TOML text: `tomllib` gives values without lines, people need the lines.

The scanner runs over texts that `tomllib` has already accepted, so it need not judge, only walk.
"""

import re
from collections.abc import Mapping

Path = tuple[str | int, ...]

_BARE_VALUE = re.compile(r"[^,\]}\n#]*")
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_KEY_PART = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}(?!")|'
    r"'''.*?'{3,5}(?!')|"
    r'"(?:[^"\\\n]|\\.)*"|'
    r"'[^'\n]*'",
    re.DOTALL,
)


class TomlLines:
    """Lines of a TOML text by path: `("service", 2, "phones", 0)`; lists count from 0."""

    def __init__(self, lines: Mapping[Path, int]) -> None:
        """`lines` as `find_lines` makes them; without any, everything stands in line 1."""
        self._lines = lines

    def at(self, *path: str | int) -> int:
        """The line of the value at `path`, or of the nearest thing around it."""
        for end in range(len(path), 0, -1):
            if path[:end] in self._lines:
                return self._lines[path[:end]]
        return 1


def find_lines(text: str) -> TomlLines:
    """The lines of every key and list item of a valid TOML text (lines end in LF)."""
    return TomlLines(_Scanner(text).scan())


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1
        self._counted = 0
        self._found: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}

    def scan(self) -> dict[Path, int]:
        table: Path = ()
        self._skip(_BLANK)
        while self._at < len(self._text):
            start = self._at
            if self._peek("["):
                table = self._header()
            else:
                self._pair(table)
            self._skip(_BLANK)
            if self._at == start:  # a text tomllib would not have accepted
                break
        return self._found

    def _peek(self, wanted: str) -> bool:
        return self._text.startswith(wanted, self._at)

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:
            return ""
        self._at = match.end()
        return match.group()

    def _note(self, path: Path) -> None:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        self._found.setdefault(path, self._line)

    def _header(self) -> Path:
        many = self._peek("[[")
        self._at += 2 if many else 1
        self._skip(_SPACE)
        names = self._names()
        path = self._resolve(names[:-1]) + names[-1:]
        if many:
            self._note(path)
            index = self._counts.get(path, 0)
            self._counts[path] = index + 1
            path = (*path, index)
        elif path in self._counts:
            path = (*path, self._counts[path] - 1)
        self._note(path)
        self._skip(_SPACE)
        self._at += 2 if many else 1
        return path

    def _resolve(self, names: Path) -> Path:
        path: Path = ()
        for name in names:
            path = (*path, name)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        return path

    def _names(self) -> Path:
        names: list[str] = []
        while True:
            part = self._skip(_KEY_PART)
            names.append(part[1:-1] if part[:1] in "\"'" else part)
            self._skip(_SPACE)
            if not self._peek("."):
                return tuple(names)
            self._at += 1
            self._skip(_SPACE)

    def _pair(self, table: Path) -> None:
        names = self._names()
        for end in range(1, len(names) + 1):
            self._note(table + names[:end])
        self._skip(_SPACE)
        self._at += 1  # the equals sign
        self._skip(_SPACE)
        self._value(table + names)

    def _value(self, path: Path) -> None:
        if self._peek("["):
            self._list(path)
        elif self._peek("{"):
            self._inline_table(path)
        elif not self._skip(_STRING):
            self._skip(_BARE_VALUE)

    def _list(self, path: Path) -> None:
        self._at += 1
        self._skip(_BLANK)
        index = 0
        while self._at < len(self._text) and not self._peek("]"):
            start = self._at
            self._note((*path, index))
            self._value((*path, index))
            index += 1
            self._separator()
            if self._at == start:
                return
        self._at += 1

    def _inline_table(self, path: Path) -> None:
        self._at += 1
        self._skip(_BLANK)
        while self._at < len(self._text) and not self._peek("}"):
            start = self._at
            self._pair(path)
            self._separator()
            if self._at == start:
                return
        self._at += 1

    def _separator(self) -> None:
        self._skip(_BLANK)
        if self._peek(","):
            self._at += 1
        self._skip(_BLANK)
