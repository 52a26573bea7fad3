"""Telephone and fax numbers, mail and post addresses."""
