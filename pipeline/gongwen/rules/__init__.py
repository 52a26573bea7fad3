"""The knowledge: one construct a file, each with its pattern, its reading and an example."""
