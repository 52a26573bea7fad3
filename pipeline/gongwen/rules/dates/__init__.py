"""Dates and periods: how they are written, and the days that they name."""
