"""Which unit of one notice corresponds to which of the other."""
