"""A two-page bilingual sheet against Typst setting the same words on two columns.

Warm means: fonts are open and modules are loaded. Nothing that was laid out is remembered, because
the text engine forgets it at the end of each session.
"""

import json
from dataclasses import dataclass, replace
from statistics import median
from time import perf_counter
from typing import Final

import typst

from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.core.paper import Paper
from kiosk.core.sheet import SheetElement, SheetPlan, SheetRequest
from kiosk.printing.compose import Pdf, compose
from tests.benchmarks.figures import Figure
from tests.benchmarks.machine import Machine

LANGUAGES: Final = (LanguageTag("ar"), LanguageTag("fr"))
PAGES: Final = 2
_RUNS = 12
_BUDGET_MS = 100.0

Plans = tuple[SheetPlan, SheetPlan]


@dataclass(frozen=True)
class SheetBench:
    """Where sheets are made."""

    machine: Machine

    def compose(self, plans: Plans) -> Pdf:
        """The sheet, with nothing remembered of the one before."""
        self.machine.engine.forget()
        return compose(*plans, Paper.A4, large_print=False, engine=self.machine.engine)

    def whole_plans(self) -> Plans:
        """The whole sheet of a person from Ecuador in Spain, who has answered nothing."""
        first, also = LANGUAGES
        request = SheetRequest(CountryCode("ES"), CountryCode("EC"), first, also)
        return self.machine.shipped.plan(request), self.machine.shipped.plan(request, also)

    def two_pages(self) -> Plans:
        """As much of it, from the beginning, as stands on two pages."""
        whole = self.whole_plans()
        keys = [element.key for section in whole[0].sections for element in section.elements]
        fits, too_many = 0, len(keys) + 1
        while too_many - fits > 1:
            middle = (fits + too_many) // 2
            if self.compose(_first(whole, keys[:middle])).pages <= PAGES:
                fits = middle
            else:
                too_many = middle
        return _first(whole, keys[:fits])


def sheet_figures(machine: Machine) -> list[Figure]:
    """What the sheet takes, in milliseconds and against Typst, each in turn with the other."""
    bench = SheetBench(machine)
    plans = bench.two_pages()
    pages = bench.compose(plans).pages
    ours: list[float] = []
    theirs: list[float] = []
    for run in range(_RUNS):
        start = perf_counter()
        bench.compose(plans)
        middle = perf_counter()
        typst.compile(typst_source(plans, run).encode())
        ours.append((middle - start) * 1000)
        theirs.append((perf_counter() - middle) * 1000)
    what = f"sheet of {pages} pages, {' + '.join(LANGUAGES)}"
    middle_ms, compile_ms = median(ours), median(theirs)
    whole = bench.whole_plans()
    start = perf_counter()
    whole_pages = bench.compose(whole).pages
    whole_ms = (perf_counter() - start) * 1000
    return [
        Figure(
            f"{what}, warm, median",
            middle_ms,
            _BUDGET_MS,
            "ms",
            f"the whole sheet has {whole_pages} pages: {whole_ms:.0f} ms",
        ),
        Figure(
            "same sheet / fresh Typst compile",
            middle_ms / compile_ms,
            1.0,
            "x",
            f"Typst {compile_ms:.0f} ms, other words each time so that it remembers nothing",
        ),
    ]


def typst_source(plans: Plans, run: int) -> str:
    """The words of two plans side by side; `run` makes every paragraph a new one to Typst."""
    rows = zip(_elements(plans[0]), _elements(plans[1]), strict=False)
    cells = ",\n".join(
        f"{_cell(one, plans[0], run)}, {_cell(two, plans[1], run)}" for one, two in rows
    )
    page = '#set page("a4", margin: 14mm)\n#set text(size: 10pt, hyphenate: false)\n'
    return f"{page}#grid(columns: (1fr, 1fr), gutter: 8pt,\n{cells})\n"


def _cell(element: SheetElement, plan: SheetPlan, run: int) -> str:
    families = json.dumps(plan.language.families)[1:-1]
    direction = "rtl" if plan.language.is_rtl else "ltr"
    words = json.dumps(f"{element.text} {run}", ensure_ascii=False)
    return f"text(font: ({families},), dir: {direction}, {words})"


def _elements(plan: SheetPlan) -> list[SheetElement]:
    inside = [e for section in plan.sections for e in (section.title, *section.elements)]
    return [plan.title, *plan.lead, *inside]


def _first(plans: Plans, keys: list[str]) -> Plans:
    """Only the elements with these keys; sections without any go."""
    kept = frozenset(keys)
    first, also = (_kept(plan, kept) for plan in plans)
    return first, also


def _kept(plan: SheetPlan, keys: frozenset[str]) -> SheetPlan:
    sections = (
        replace(section, elements=tuple(e for e in section.elements if e.key in keys))
        for section in plan.sections
    )
    return replace(plan, sections=tuple(s for s in sections if s.elements))
