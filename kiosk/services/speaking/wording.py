"""Words as a machine should read them: phone numbers digit by digit, lines with a pause."""

import re

_PHONE = re.compile(r"\+\d(?:[ \u00a0\u2011\-]?\d){5,}")
_GROUPS = re.compile(r"[ \u00a0\u2011\-]")


def for_machine(text: str) -> str:
    """The text with international phone numbers spelt group by group, as one dials them.

    Only numbers with a plus: what else has many digits may be an amount.
    """
    return _PHONE.sub(lambda match: _spelt(match.group()), text)


def _spelt(number: str) -> str:
    groups = _GROUPS.split(number.removeprefix("+"))
    return "+ " + ", ".join(" ".join(group) for group in groups)
