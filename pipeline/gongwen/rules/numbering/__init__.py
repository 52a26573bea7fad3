"""The numbering styles, and what a marker prints."""
