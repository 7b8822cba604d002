"""For whoever wants to keep something without paper: codes for a phone, a date to remember."""
