"""Use cases: what the four kinds of people do with content, free of Qt and of the command line."""
