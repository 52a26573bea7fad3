"""What notices look like: one construct per file, each with its pattern, what it reads from it, and an example."""
