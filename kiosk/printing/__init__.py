"""Paper: sheet plans become PDF in memory, printers take it by IPP."""

from kiosk.printing.compose import Pdf, compose

__all__ = ["Pdf", "compose"]
