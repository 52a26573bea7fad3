"""The words that say what has come of a problem or a task."""
