"""Theme and touch widgets: the only place that knows raw colours, sizes and gestures.

Every widget is made for one `Kit` (theme, language, engine, icons); when language, text size or
contrast changes, the screen is built again with another one. All words are laid out and painted
by `kiosk.text`, so that screen and paper agree.
"""
