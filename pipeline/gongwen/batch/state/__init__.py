"""The progress of a batch, kept in a file."""
