"""A timeline as one HTML page, and for spreadsheets."""
