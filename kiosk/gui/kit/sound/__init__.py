"""Sound, for whoever reads little, sees little or cannot see: what plays, and where it comes out.

Nothing here imports QtMultimedia before it is used: that is never before the first paint.
"""
