"""The page beside the pictures of a tour, for a designer, a lawyer and a migrant to review.

One HTML file that needs nothing but the pictures next to it. What is said beside each screen
stands in `resources/tour/screens.toml`, the looks in `resources/tour/page.html`.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from kiosk.core.ids import LanguageTag
from kiosk.core.languages import LANGUAGES
from kiosk.core.session import Contrast, Screen, TextSize
from kiosk.i18n.translator import SOURCE_LANGUAGE

RESOURCES = Path(__file__).resolve().parents[3] / "resources" / "tour"


@dataclass(frozen=True)
class Picture:
    """One screen in one language and look. `file` is its name in the folder of the tour.

    `stop` is the same in every language; `words` is what can be read on it, line by line.
    """

    file: str
    stop: str
    screen: Screen
    language: LanguageTag
    size: tuple[int, int]
    text_size: TextSize
    contrast: Contrast
    words: tuple[str, ...] = ()
    is_draft: bool = False

    @property
    def orientation(self) -> str:
        """How the screen stands."""
        return "landscape" if self.size[0] > self.size[1] else "portrait"

    @property
    def look(self) -> Mapping[str, str]:
        """What the page can be narrowed down to."""
        return {
            "language": self.language,
            "orientation": self.orientation,
            "letters": self.text_size.name.lower(),
            "contrast": self.contrast.value.replace("_", " "),
        }


@dataclass(frozen=True)
class TourFacts:
    """What the whole tour was made of: lines about the site, and the packs with versions."""

    site: tuple[str, ...]
    packs: tuple[str, ...]
    is_demo: bool


@dataclass(frozen=True)
class Review:
    """What is said beside a screen."""

    name: str
    when: str
    designer: str
    lawyer: str
    migrant: str


@dataclass(frozen=True)
class Group:
    """Screens that belong together, in the order of a visit."""

    title: str
    screens: Mapping[Screen, Review]


def read_groups() -> tuple[Group, ...]:
    """The groups with what is said beside each of their screens."""
    text = (RESOURCES / "screens.toml").read_text(encoding="utf-8")
    return tuple(
        Group(
            group["title"],
            {Screen(name): Review(**review) for name, review in group["screens"].items()},
        )
        for group in tomllib.loads(text)["group"]
    )


def write_page(folder: Path, pictures: Sequence[Picture], facts: TourFacts) -> Path:
    """Write `index.html` into the folder of the pictures; returns its path."""
    groups = "\n".join(_group(group, pictures) for group in read_groups())
    demo = '<p class="demo">Demonstration content: nobody has checked it for real use.</p>'
    page = Template((RESOURCES / "page.html").read_text(encoding="utf-8")).substitute(
        facts=_spans(facts.site),
        packs=_spans(facts.packs),
        demo=demo if facts.is_demo else "",
        filters="\n".join(_filters(pictures)),
        groups=groups,
    )
    path = folder / "index.html"
    path.write_text(page, encoding="utf-8")
    return path


def _spans(lines: Iterable[str]) -> str:
    return " ".join(f"<span>{escape(line)}</span>" for line in lines)


def _filters(pictures: Sequence[Picture]) -> Iterable[str]:
    """A row of boxes for everything in which the pictures differ; languages always."""
    names = ("language", "orientation", "letters", "contrast")
    for name in names:
        values = list(dict.fromkeys(picture.look[name] for picture in pictures))
        if len(values) > 1 or name == "language":
            boxes = "".join(_box(name, value) for value in values)
            yield f"<fieldset><legend>{name.capitalize()}</legend>{boxes}</fieldset>"


def _box(name: str, value: str) -> str:
    words = escape(value)
    if name == "language":
        language = LANGUAGES[LanguageTag(value)]
        words = f'<bdi lang="{escape(value)}">{escape(language.endonym)}</bdi>'
    return (
        f'<label><input type="checkbox" name="{name}" value="{escape(value)}" checked>'
        f"{words}</label>"
    )


def _group(group: Group, pictures: Sequence[Picture]) -> str:
    stops = dict.fromkeys(p.stop for p in pictures if p.screen in group.screens)
    sections = []
    for stop in stops:
        shown = [picture for picture in pictures if picture.stop == stop]
        sections.append(_section(stop, group.screens[shown[0].screen], shown))
    if not sections:
        return ""
    inside = "\n".join(sections)
    return f'<section class="group"><h2>{escape(group.title)}</h2>\n{inside}</section>'


def _section(stop: str, review: Review, shown: Sequence[Picture]) -> str:
    figures = "\n".join(_figure(picture, review) for picture in shown)
    what = "".join(
        f"<div><b>{title}</b>{escape(words)}</div>"
        for title, words in (
            ("A designer", review.designer),
            ("A lawyer", review.lawyer),
            ("A migrant", review.migrant),
        )
    )
    return (
        f'<section class="screen" id="{escape(stop)}" data-name="{escape(review.name)}">'
        f'<h3>{escape(review.name)} <span class="stop">{escape(stop)}</span></h3>'
        f"<p>{escape(review.when)}</p>"
        f'<div class="look">{what}<div class="note">Notes</div></div>'
        f'<div class="row">\n{figures}\n</div></section>'
    )


def _figure(picture: Picture, review: Review) -> str:
    language = LANGUAGES[picture.language]
    in_language = f'lang="{picture.language}" dir="{"rtl" if language.is_rtl else "ltr"}"'
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in picture.look.items())
    look = " · ".join(list(picture.look.values())[1:])
    draft = ' <span class="draft" lang="en" dir="ltr">draft</span>' if picture.is_draft else ""
    words = escape("\n".join(picture.words))
    alt = f"{review.name}, {picture.language}, {look}"
    return (
        f'<figure class="{"wide" if picture.orientation == "landscape" else "tall"}"{data}'
        f' data-label="{escape(language.endonym)} · {escape(look)}">'
        f'<button type="button"><img src="{escape(picture.file)}" alt="{escape(alt)}"'
        ' loading="lazy"></button>'
        f"<figcaption {in_language}>{escape(language.endonym)}{draft}"
        f' <small lang="en" dir="ltr">{escape(look)}</small>'
        f'<details><summary lang="{SOURCE_LANGUAGE}">Words</summary><pre>{words}</pre></details>'
        "</figcaption></figure>"
    )
