"""From a request to a plan: which sections a sheet has and what stands around them.

The same request in two languages gives two plans with the same keys. The order of sections is that
of `SectionId`; the protection section is the same on everybody's sheet, so that its presence tells
an onlooker nothing.
"""

from collections.abc import Callable, Iterator, Mapping

from kiosk.core.kinds import Release
from kiosk.core.sheet import (
    ElementKind,
    SectionId,
    SheetElement,
    SheetPlan,
    SheetRequest,
    SheetSection,
)
from kiosk.i18n.translator import N_, Translator
from kiosk.library import Edition, Library
from kiosk.services.advising import Adviser
from kiosk.services.handouts import chapters
from kiosk.services.handouts.code import sheet_code
from kiosk.services.handouts.material import Material
from kiosk.services.handouts.writing import Pen

_TITLES = {
    SectionId.OPTIONS: N_("Your options"),
    SectionId.RIGHTS: N_("Your rights"),
    SectionId.PROTECTION: N_("Protection and help"),
    SectionId.STEPS: N_("Steps and papers"),
    SectionId.CONTACTS: N_("Contacts"),
    SectionId.FIRST_DAYS: N_("The first days"),
    SectionId.ANSWERS: N_("What you told us"),
    SectionId.NOT_KNOWN: N_("What is not known"),
    SectionId.COMPLAINT: N_("Where to complain"),
    SectionId.SOURCES: N_("Where this comes from"),
}

Chapter = Callable[[Material, Pen], Iterator[SheetElement]]

_CHAPTERS: Mapping[SectionId, Chapter] = {
    SectionId.OPTIONS: chapters.options,
    SectionId.RIGHTS: chapters.rights,
    SectionId.PROTECTION: chapters.protection,
    SectionId.STEPS: chapters.steps,
    SectionId.CONTACTS: chapters.contacts,
    SectionId.FIRST_DAYS: chapters.first_days,
    SectionId.ANSWERS: chapters.answers,
    SectionId.NOT_KNOWN: chapters.not_known,
    SectionId.COMPLAINT: chapters.complaint,
    SectionId.SOURCES: chapters.sources,
}


class SheetPlanner:
    """Plans sheets in one language."""

    def __init__(self, library: Library, edition: Edition, words: Translator) -> None:
        """`edition` and `words` are of the language the plan is wanted in."""
        self._library = library
        self._edition = edition
        self._pen = Pen(words)

    def plan(self, request: SheetRequest) -> SheetPlan:
        """The plan of a sheet. Empty sections are left out."""
        pen = self._pen
        adviser = Adviser(self._library, self._edition, pen.words)
        advice = adviser.advise(request.host, request.origin, request.answers)
        material = Material(request, self._edition, advice)
        packs = self._edition.packs_for(request.host, request.origin)
        code = None if request.discreet else sheet_code(request, packs)
        sections = tuple(self._sections(material))
        return SheetPlan(
            language=pen.language,
            title=self._title(request),
            lead=tuple(self._lead(sections)),
            sections=sections,
            page_words=pen.words.gettext("Page {page} of {pages}"),
            ribbon=self._ribbon(),
            code=code.short if code else "",
            code_words=self._code_words() if code else "",
            qr=code.payload if code else "",
            discreet=request.discreet,
        )

    def _title(self, request: SheetRequest) -> SheetElement:
        title = N_("Information") if request.discreet else N_("Your information sheet")
        return self._pen.say("title", ElementKind.TITLE, title)

    def _sections(self, material: Material) -> Iterator[SheetSection]:
        for section in SectionId:
            elements = tuple(_CHAPTERS[section](material, self._pen))
            if elements:
                key = f"section/{section.value}"
                title = self._pen.say(key, ElementKind.HEADING, _TITLES[section])
                yield SheetSection(section, title, elements)

    def _lead(self, sections: tuple[SheetSection, ...]) -> Iterator[SheetElement]:
        elements = [element for section in sections for element in section.elements]
        language = self._pen.language
        if self._edition.release is Release.DEMO:
            demo = N_("This is a demonstration. Nobody has checked it for real use.")
            yield self._pen.say("lead/demo", ElementKind.LEAD, demo)
        if any(e.state.is_draft for e in elements):
            draft = N_("Draft translation by a machine, not reviewed by a native speaker.")
            yield self._pen.say("lead/draft", ElementKind.LEAD, draft)
        if any(e.language != language.tag for e in elements):
            other = N_("Some parts are not yet in your language.")
            yield self._pen.say("lead/other", ElementKind.LEAD, other)

    def _ribbon(self) -> str:
        if self._edition.release is not Release.DEMO:
            return ""
        return self._pen.words.gettext("Demonstration – not for real use")

    def _code_words(self) -> str:
        return self._pen.words.gettext("This code says which information you got, not who you are.")
