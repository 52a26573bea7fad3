"""Which unit of one notice is which of the other."""
