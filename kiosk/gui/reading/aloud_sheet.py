"""The sheet as it is read aloud: what stands on paper, part by part."""

from collections.abc import Iterator

from kiosk.core.sheet import ElementKind, SheetElement, SheetPlan
from kiosk.core.speech import Utterance, plain_words
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.spoken import dialled
from kiosk.i18n.translator import N_

_NOT_SAID = (ElementKind.SOURCES,)
_PLUS = N_("plus")


def sheet_utterances(kit: Kit, plan: SheetPlan) -> tuple[Utterance, ...]:
    """Title, what is said of the whole sheet, then each section with what stands below it.

    Lists of sources are left to the eye; phone numbers are said digit by digit.
    """
    return tuple(
        Utterance(_spoken(kit, element), element.language)
        for element in _elements(plan)
        if element.text.strip() and element.kind not in _NOT_SAID
    )


def _elements(plan: SheetPlan) -> Iterator[SheetElement]:
    yield plan.title
    yield from plan.lead
    for section in plan.sections:
        yield section.title
        yield from section.elements


def _spoken(kit: Kit, element: SheetElement) -> str:
    if element.kind is not ElementKind.PHONE:
        return plain_words(element.text)
    return dialled(element.text, kit.translator.gettext(_PLUS))
