"""Words as a machine should read them: phone numbers digit by digit, money by its name."""

import re

from kiosk.core.languages import LANGUAGES
from kiosk.core.speech import Utterance
from kiosk.i18n.formatting import currency_name

_PHONE = re.compile(r"\+\d(?:[ \u00a0\u2011\-]?\d){5,}")
_GROUPS = re.compile(r"[ \u00a0\u2011\-]")
_MONEY = re.compile(r"(\d[\d.,\u00a0\u202f]*)[ \u00a0]([A-Z]{3})\b")


def for_machine(utterance: Utterance) -> str:
    """The text with international phone numbers spelt group by group, as one dials them.

    Only numbers with a plus: what else has many digits may be an amount. The code of a currency
    becomes its name, in the language that speaks.
    """
    text = _PHONE.sub(lambda match: _spelt(match.group()), utterance.text)
    language = LANGUAGES[utterance.language]
    return _MONEY.sub(
        lambda found: f"{found[1]} {currency_name(found[2], _whole(found[1]), language)}", text
    )


def _spelt(number: str) -> str:
    groups = _GROUPS.split(number.removeprefix("+"))
    return "+ " + ", ".join(" ".join(group) for group in groups)


def _whole(amount: str) -> int:
    """The number that the name of the currency goes with."""
    return int(re.sub(r"\D", "", amount))
