"""Telephone and fax numbers, email and postal addresses."""
