"""Markdown copies of notices."""
