"""The on-screen keyboard: keys as large as any target, planned for the room there is.

Keys type at once and may be struck quickly. The last row holds what is no letter: other letters,
the next page, space, delete, done.
"""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.keyboard_key import Key, LetterGauge
from kiosk.gui.kit.keyboard_layout import KeyboardLayout
from kiosk.gui.kit.keyboard_plan import Page, Plan, Planner
from kiosk.gui.kit.keyboard_tools import ToolRow
from kiosk.gui.kit.touchable import Touchable

__all__ = ["Key", "KeyboardPanel"]

_UNLIMITED = 100_000


class KeyboardPanel(QWidget):
    """The keys of one layout; says what was struck."""

    typed = Signal(str)
    erased = Signal()
    done = Signal()

    def __init__(self, kit: Kit, layout: KeyboardLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._layout = layout
        self._gauge = LetterGauge(kit)
        self._planner = Planner(kit, layout, self._gauge)
        self._tools = ToolRow(kit, self, tuple(layer.name for layer in layout.layers))
        self._room = _UNLIMITED
        self._plans: dict[int, Plan] = {}
        self._plan: Plan | None = None
        self._at = 0
        self._forms: tuple[str, ...] = ()
        self._rows: list[list[Key]] = []
        self._form_keys: list[Key] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._connect()
        self._name_layer(0, 1, 1)

    def _connect(self) -> None:
        tools = self._tools
        tools.layer.activated.connect(self._on_layer_activated)
        tools.page.activated.connect(self._on_page_activated)
        tools.space.activated.connect(self._on_space_activated)
        tools.erase.activated.connect(self._on_erase_activated)
        tools.done.activated.connect(self.done)

    @property
    def keys(self) -> tuple[Touchable, ...]:
        """Every key that can be struck now, row by row."""
        letters = (key for row in self._rows for key in row)
        return (*self._form_keys, *letters, *self._tools.shown)

    @property
    def letters(self) -> tuple[Key, ...]:
        """The keys that type a letter."""
        return tuple(key for key in self.keys if isinstance(key, Key))

    @property
    def page(self) -> Page:
        """What is shown: part of a layer, or all of it."""
        plan = self._plan_for(self.width())
        return plan.pages[min(self._at, len(plan.pages) - 1)]

    @property
    def pages(self) -> tuple[Page, ...]:
        """Everything that can be shown."""
        return self._plan_for(self.width()).pages

    def limit(self, pixels: int) -> None:
        """Be no higher than this, as far as targets allow."""
        if pixels != self._room:
            self._room = pixels
            self._plans.clear()
            self._arrange()

    def show_page(self, index: int) -> None:
        """Show one of `pages`."""
        self._at = index
        self._arrange()

    def _plan_for(self, width: int) -> Plan:
        if width not in self._plans:
            gap = self._kit.theme.gap
            tools = self._tools.height(width)
            self._plans[width] = self._planner.plan(width, self._room - tools - gap)
        return self._plans[width]

    def _on_key_typed(self, letters: str) -> None:
        self._forms = self._layout.orders.get(letters, ())
        self.typed.emit(letters)
        page = self.page
        if self._layout.layers[page.layer].once:
            self._at = 0
        self._arrange()

    def _on_form_typed(self, form: str) -> None:
        self.erased.emit()
        self.typed.emit(form)

    def _on_space_activated(self) -> None:
        self._show_forms(())
        self.typed.emit(" ")

    def _on_erase_activated(self) -> None:
        self._show_forms(())
        self.erased.emit()

    def _show_forms(self, forms: tuple[str, ...]) -> None:
        if forms != self._forms:
            self._forms = forms
            self._arrange()

    def _on_layer_activated(self) -> None:
        following = (self.page.layer + 1) % len(self._layout.layers)
        layers = [page.layer for page in self.pages]
        self.show_page(layers.index(following))

    def _on_page_activated(self) -> None:
        first = self._at - (self.page.number - 1)
        self.show_page(first + self.page.number % self.page.of)

    def _arrange(self) -> None:
        """Make the keys of the page, where they are others than before, and put them in place."""
        plan = self._plan_for(self.width())
        self._at = min(self._at, len(plan.pages) - 1)
        page = plan.pages[self._at]
        self._rows = [
            self._renewed(row, old, plan)
            for row, old in zip(page.rows, self._kept_rows(len(page.rows)), strict=True)
        ]
        was = self._form_keys
        self._form_keys = self._renewed(self._forms, was, plan, forms=True)
        self._plan = plan
        self._name_layer(page.layer, page.number, page.of)
        self._place(plan)
        self.updateGeometry()

    def _name_layer(self, layer: int, number: int, of: int) -> None:
        layers = self._layout.layers
        following = layers[(layer + 1) % len(layers)].name if len(layers) > 1 else ""
        self._tools.show(following, number, of)

    def _kept_rows(self, count: int) -> list[list[Key]]:
        """The rows of now, exactly so many; what is too much goes."""
        for row in self._rows[count:]:
            self._renewed((), row, None)
        return (self._rows[:count] + [[]] * count)[:count]

    def _renewed(
        self, letters: tuple[str, ...], old: list[Key], plan: Plan | None, *, forms: bool = False
    ) -> list[Key]:
        """The keys of a row; those of before where they are the same."""
        same = (
            plan is not None and self._plan is not None and plan.lettering == self._plan.lettering
        )
        if same and tuple(key.letters for key in old) == letters:
            return old
        for key in old:
            key.hide()
            key.deleteLater()
        return [self._key(one, plan, forms=forms) for one in letters] if plan else []

    def _key(self, letters: str, plan: Plan, *, forms: bool) -> Key:
        key = Key(self._kit, letters, self._gauge, plan.lettering)
        key.setParent(self)
        key.typed.connect(self._on_form_typed if forms else self._on_key_typed)
        key.show()
        return key

    def _place(self, plan: Plan) -> None:
        gap = self._kit.theme.gap
        across = max(1, (self.width() + gap) // (plan.key_width + gap))
        for at in range(0, len(self._form_keys), across):
            row = self._form_keys[at : at + across]
            self._place_row(row, at // across * (plan.key_height + gap), plan)
        for at, keys in enumerate(self._rows, plan.forms):
            self._place_row(keys, at * (plan.key_height + gap), plan)
        # As wide as the longest row of any page, so that every tool stays where it is.
        longest = max(len(row) for page in plan.pages for row in page.rows)
        wide = longest * (plan.key_width + gap) - gap
        top = (plan.forms + plan.rows) * (plan.key_height + gap)
        self._tools.place(self.width(), wide, top)

    def _place_row(self, keys: list[Key], top: int, plan: Plan) -> None:
        """Put keys side by side in the middle."""
        gap = self._kit.theme.gap
        wide = len(keys) * (plan.key_width + gap) - gap
        left = (self.width() - wide) // 2
        for key in keys:
            key.setGeometry(left, top, plan.key_width, plan.key_height)
            left += plan.key_width + gap

    # Qt

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        plan = self._plan_for(width)
        letters = (plan.forms + plan.rows) * (plan.key_height + self._kit.theme.gap)
        return letters + self._tools.height(width)

    def sizeHint(self) -> QSize:
        width = self._kit.theme.measure
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._kit.theme.target * 5, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
