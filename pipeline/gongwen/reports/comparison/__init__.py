"""A comparison as one HTML page, and for spreadsheets."""
