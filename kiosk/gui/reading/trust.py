"""How far words can be trusted, said beside them: draft, old, not known, another language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from kiosk.core.facts import Source
from kiosk.core.languages import LanguageTag
from kiosk.core.texts import Block, Text
from kiosk.gui.kit.card import Ground
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.flow_row import FlowRow
from kiosk.gui.kit.notice import Notice
from kiosk.gui.kit.small import Chip, ChipKind, Divider, Line
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.i18n.formatting import language_name
from kiosk.i18n.translator import N_

Words = Text | Block


@dataclass(frozen=True)
class Trust:
    """What has to be said about some texts together; `other_language` is "" when all is well."""

    is_draft: bool
    is_old: bool
    has_unknown: bool
    other_language: LanguageTag

    @classmethod
    def of(cls, kit: Kit, texts: Iterable[Words | None]) -> "Trust":
        """Of texts shown together, absent ones left out."""
        found = [text for text in texts if text is not None]
        other = (text.language for text in found if text.language != kit.language.tag)
        return cls(
            is_draft=any(text.state.is_draft for text in found),
            is_old=any(text.old_facts for text in found),
            has_unknown=any(text.hidden_facts for text in found),
            other_language=next(other, LanguageTag("")),
        )

    def __bool__(self) -> bool:
        """True when something has to be said."""
        return self.is_draft or self.is_old or self.has_unknown or bool(self.other_language)


class TrustMarks(FlowRow):
    """The chips of a view."""

    def __init__(self, kit: Kit, trust: Trust, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent=parent)
        _ = kit.translator.gettext
        if trust.is_draft:
            self.add(Chip(kit, _("Draft: no native speaker has checked it yet"), ChipKind.DRAFT))
        if trust.is_old:
            self.add(Chip(kit, _("Some details are old: check before you act"), ChipKind.OLD))
        if trust.has_unknown:
            self.add(Chip(kit, _("Some details are not known"), ChipKind.NOT_KNOWN))


class FallbackNote(Notice):
    """Says that words are not yet in the language of the screen, and who can help."""

    def __init__(self, kit: Kit, language: LanguageTag, parent: QWidget | None = None) -> None:
        say = kit.translator
        shown_in = say.fill(
            N_("It is shown in {language}. Ask for an interpreter or for staff to help you."),
            language=language_name(language, kit.language),
        )
        title = say.gettext("Not yet in your language")
        super().__init__(kit, shown_in, "language", Ground.CAUTION, title=title, parent=parent)


def trust_widgets(kit: Kit, texts: Iterable[Words | None]) -> list[QWidget]:
    """What stands above some texts: nothing, chips, or chips and the fallback note."""
    trust = Trust.of(kit, texts)
    shown: list[QWidget] = []
    marks = TrustMarks(kit, trust)
    if marks.widgets:
        shown.append(marks)
    if trust.other_language:
        shown.append(FallbackNote(kit, trust.other_language))
    return shown


class SourceList(Column):
    """Where it comes from: for the eye; aloud only for whoever goes there."""


class SourceFooter(Column):
    """Where it comes from and when it was last checked."""

    def __init__(
        self,
        kit: Kit,
        checked: date,
        sources: Iterable[Source] = (),
        owner: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, gap=kit.theme.px(1.6), parent=parent)
        say = kit.translator
        self.add(Divider(kit))
        day = say.fill(N_("Last checked on {date}"), date=kit.write_date(checked))
        self.add(Line(kit, day, "calendar", role=Role.CAPTION, tone=Tone.SOFT))
        if owner:
            whose = say.fill(N_("Words of: {owner}"), owner=owner)
            self.add(Line(kit, whose, "building", role=Role.CAPTION, tone=Tone.SOFT))
        named = SourceList(kit, gap=kit.theme.px(1.6))
        self.add(named)
        for source in sources:
            words = say.fill(
                N_("Source: {publisher}, {title} ({published})"),
                publisher=source.publisher,
                title=source.title,
                published=source.published,
            )
            named.add(Line(kit, words, "document", role=Role.CAPTION, tone=Tone.SOFT))


def text_or_unknown(kit: Kit, text: Text | None) -> QWidget:
    """The words, or "not known" with its sign where there are none."""
    if text:
        return TextBlock.of(kit, text)
    return Line(kit, kit.translator.gettext("not known"), "not-known", tone=Tone.SOFT)
