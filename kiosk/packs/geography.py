"""Regions by ISO 3166-2, for checking only: their names on screen come from the packs."""

from functools import cache

import pycountry


def is_region(untrusted_code: str) -> bool:
    """True for a code of ISO 3166-2 such as `EC-P`."""
    return untrusted_code in _codes()


@cache
def _codes() -> frozenset[str]:
    return frozenset(region.code for region in pycountry.subdivisions)
