"""Parameter types and options that several commands share; each says what would have been right."""

import json
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import click

from kiosk.core.countries import COUNTRIES
from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.core.languages import LANGUAGES, find_language
from kiosk.core.paper import Paper, find_paper


class _Country(click.ParamType[Any]):
    name = "country"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> CountryCode:
        code = CountryCode(str(value).upper())
        if code not in COUNTRIES:
            self.fail(f"{value!r} is not a country code; use ISO 3166-1, such as EC", param, ctx)
        return code


class _Language(click.ParamType[Any]):
    name = "language"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> LanguageTag:
        language = find_language(str(value))
        if language is None:
            known = " ".join(LANGUAGES)
            self.fail(f"{value!r} is not a language we know; use one of {known}", param, ctx)
        return language.tag


class _Day(click.ParamType[Any]):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date; write it like 2026-11-21", param, ctx)


class _Paper(click.ParamType[Any]):
    name = "paper"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Paper:
        paper = value if isinstance(value, Paper) else find_paper(str(value))
        if paper is None:
            self.fail(f"{value!r} is not a paper; use a4, letter or receipt80", param, ctx)
        return paper


class _Size(click.ParamType[Any]):
    name = "size"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        if isinstance(value, tuple):
            return value
        width, _, height = str(value).lower().partition("x")
        if not (width.isdecimal() and height.isdecimal()):
            self.fail(f"{value!r} is not a size; write it like 1080x1920", param, ctx)
        if not (320 <= int(width) <= 8000 and 320 <= int(height) <= 8000):
            self.fail(f"{value} is out of range; use 320 to 8000 pixels each way", param, ctx)
        return int(width), int(height)


COUNTRY = _Country()
LANGUAGE = _Language()
DAY = _Day()
PAPER = _Paper()
SIZE = _Size()

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

as_of_option: Decorator = click.option(
    "--as-of", type=DAY, metavar="DATE", help="Show facts as of this day (default: today)."
)
any_day_option: Decorator = click.option(
    "--as-of",
    type=DAY,
    metavar="DATE",
    expose_value=False,
    help="Every command takes it; nothing here depends on the day.",
)
json_option: Decorator = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON document on standard output."
)


def print_json(document: Any) -> None:
    """One JSON document on standard output, in UTF-8 whatever the locale."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    sys.stdout.buffer.write(f"{text}\n".encode(errors="backslashreplace"))
    sys.stdout.flush()


def print_line(line: str) -> None:
    """One line on standard output, in UTF-8 whatever the locale."""
    sys.stdout.buffer.write(f"{line}\n".encode(errors="backslashreplace"))
    sys.stdout.flush()
