"""How far a batch is, kept in a file."""
