"""For whoever reads little, sees little or cannot see: every screen read aloud, and a keypad."""
