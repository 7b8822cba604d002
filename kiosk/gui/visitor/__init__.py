"""The kiosk as the visitor meets it: one screen per state of the session."""
