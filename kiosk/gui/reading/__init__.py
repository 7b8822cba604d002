"""Views of one entry each: articles, questions, verdicts, services, rights and the sheet.

The visitor reads them at the kiosk, the counsellor mirrors them, the editor previews them; they
show values and say what was touched, and know no session.
"""
