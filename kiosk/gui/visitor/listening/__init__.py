"""For whoever would rather hear than read: what is said, how loud, how fast, to whom."""
