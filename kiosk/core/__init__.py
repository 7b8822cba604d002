"""Values and rules of the product. Pure Python: no Qt, no files, no clock, no network."""
