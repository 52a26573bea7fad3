"""The problems that an inspection found, wherever a notice lists them: sections, labelled items, tables."""
