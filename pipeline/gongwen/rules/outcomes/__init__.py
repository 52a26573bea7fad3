"""What a notice says has come of a problem or a task."""
