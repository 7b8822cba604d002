"""The last row of a keyboard: other letters, the next page, space, delete, done."""

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from kiosk.core.speech import Utterance
from kiosk.gui.kit import face as faces
from kiosk.gui.kit.buttons import ButtonKind, TouchButton
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.face import Face
from kiosk.gui.kit.spoken import say_words
from kiosk.gui.kit.text_block import readable
from kiosk.gui.kit.theme import Role
from kiosk.i18n.formatting import format_number


@dataclass(frozen=True)
class _Look:
    """How much is said: the size of words, and on which keys with an icon they stand."""

    role: Role
    words: bool = True
    done_words: bool = True


_LOOKS = (
    _Look(Role.BODY),
    _Look(Role.CAPTION),
    _Look(Role.LABEL),
    _Look(Role.LABEL, words=False),
    _Look(Role.LABEL, words=False, done_words=False),
)


class ToolKey(TouchButton):
    """A key that is no letter; where the room is short its words are smaller, or only heard."""

    def __init__(
        self, kit: Kit, words: str, icon: str = "", kind: ButtonKind = ButtonKind.QUIET
    ) -> None:
        """With an icon the words may be left out from what is shown."""
        self._words = words
        self._shown = words
        self._ever_shown: tuple[str, ...] = (words,)
        super().__init__(kit, words, icon, kind, bold=False, centered=True, guarded=False)

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """Its words, shown or not."""
        return say_words(self._kit, self._words)

    def expect(self, *shown: str) -> None:
        """All that may be shown in turn, so that the key keeps its place and size."""
        self._ever_shown = shown

    def say(self, words: str, shown: str) -> None:
        """Other words; `shown` is the little of them that stands on the key."""
        self._words, self._shown = words, shown
        self.show_face(replace(self.face, text=shown))
        self._name()

    def fit(self, role: Role, *, with_words: bool) -> None:
        """Show the words in the size of a role, or none of them where there is an icon."""
        self.show_face(self._fitted(role, with_words=with_words))

    def width_in(self, role: Role, *, with_words: bool) -> int:
        """Width in pixels on which whatever it shows at any time stands on one line."""
        shown = self._every_face(role, with_words=with_words)
        natural = max(faces.natural_width(self._kit, face) for face in shown)
        return max(self._kit.theme.target, int(natural + 2 * self._side_padding() + 1))

    def height_in(self, role: Role, *, with_words: bool) -> int:
        """Height in pixels of one line of whatever it shows at any time."""
        shown = self._every_face(role, with_words=with_words)
        high = max(faces.place(self._kit, face, 100_000).height for face in shown)
        return max(self._kit.theme.target, int(high + 2 * self._above() + 1))

    def _fitted(self, role: Role, *, with_words: bool) -> Face:
        shown = self._shown if with_words or not self.face.icon else ""
        return replace(self.face, text=shown, role=role)

    def _every_face(self, role: Role, *, with_words: bool) -> tuple[Face, ...]:
        fitted = self._fitted(role, with_words=with_words)
        if not fitted.text:
            return (fitted,)
        return tuple(replace(fitted, text=shown) for shown in self._ever_shown)

    def _name(self) -> None:
        self.setAccessibleName(readable(self._words))

    def _side_padding(self) -> int:
        return self._kit.theme.px(1.6)

    def _above(self) -> int:
        return self._kit.theme.px(0.4)


class ToolRow:
    """The keys that are no letters, laid on a panel in one row."""

    def __init__(self, kit: Kit, panel: QWidget, layers: tuple[str, ...]) -> None:
        """The keys become children of `panel`; `layers` are all names of layers."""
        _ = kit.translator.gettext
        self._kit = kit
        self._more = _("Other letters")
        self.layer = ToolKey(kit, self._more)
        self.layer.expect(*layers)
        self.page = ToolKey(kit, "")
        self.page.expect(*(self._share(number, 4) for number in range(1, 5)))
        self.space = ToolKey(kit, _("Space"), "space")
        self.erase = ToolKey(kit, _("Delete"), "erase")
        self.done = ToolKey(kit, _("Done"), "check", ButtonKind.SECONDARY)
        for key in self._all:
            key.setParent(panel)
        self.page.hide()

    @property
    def _all(self) -> tuple[ToolKey, ...]:
        return self.layer, self.page, self.space, self.erase, self.done

    @property
    def shown(self) -> tuple[ToolKey, ...]:
        """Those that can be struck now, in the direction of reading."""
        return tuple(key for key in self._all if not key.isHidden())

    def show(self, following: str, number: int, of: int) -> None:
        """Lead to the layer named `following`, if any, and to the next of the parts of this one."""
        self.layer.setVisible(bool(following))
        self.layer.say(f"{self._more}: {following}", following)
        shown = self._share(number, of)
        self.page.say(f"{self._more}: {shown}", shown)
        self.page.setVisible(of > 1)

    def _share(self, number: int, of: int) -> str:
        language = self._kit.language
        return f"{format_number(number, language)}/{format_number(of, language)}"

    def height(self, width: int) -> int:
        """Height in pixels of the row where the panel is so wide."""
        look = self._look(width)
        return max(
            key.height_in(look.role, with_words=_says(self, key, look)) for key in self.shown
        )

    def place(self, width: int, wished: int, top: int) -> None:
        """Stand in the middle of `width` pixels, `wished` wide if that is enough; space grows."""
        look, gap = self._look(width), self._kit.theme.gap
        widths = self._widths(look, self.shown)
        needed = self._needed(look, self.shown)
        spare = max(0, min(width, wished) - needed)
        widths[self.space] += spare
        high = self.height(width)
        left = (width - needed - spare) // 2
        rtl = self._kit.language.is_rtl
        for key in reversed(self.shown) if rtl else self.shown:
            key.fit(look.role, with_words=_says(self, key, look))
            key.setGeometry(left, top, widths[key], high)
            left += widths[key] + gap

    def _look(self, width: int) -> _Look:
        """As much said as the width allows, also when all keys are shown."""
        return next((look for look in _LOOKS if self._needed(look, self._all) <= width), _LOOKS[-1])

    def _needed(self, look: _Look, keys: tuple[ToolKey, ...]) -> int:
        gap = self._kit.theme.gap
        return sum(self._widths(look, keys).values()) + gap * (len(keys) - 1)

    def _widths(self, look: _Look, keys: tuple[ToolKey, ...]) -> dict[ToolKey, int]:
        return {key: key.width_in(look.role, with_words=_says(self, key, look)) for key in keys}


def _says(row: ToolRow, key: ToolKey, look: _Look) -> bool:
    return look.done_words if key is row.done else look.words
