"""The processes that do the work of a batch, and their keepers."""
