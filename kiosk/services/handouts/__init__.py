"""The personal information sheet: from a request to plans, from plans to paper."""

from kiosk.services.handouts.press import Press, Sheet

__all__ = ["Press", "Sheet"]
