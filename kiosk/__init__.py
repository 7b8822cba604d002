"""Crossroads: return, reintegration and rights information on a touchscreen, without a network."""

__version__ = "0.1.0"
