"""Paper: sheet plans become PDF in memory, printers take it by IPP.

Nothing is imported here: ReportLab and HarfBuzz cost 175 ms, and the first screen must not wait.
"""
