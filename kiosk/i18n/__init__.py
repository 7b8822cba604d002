"""One language at a time: words of the product, dates, numbers, phones, isolation, breaks, folding.

Everything here is a pure function of text and language but the translator, which reads catalogues.
Babel, ICU and phonenumbers are imported on first need, never before the first paint.
"""
