"""What the commands print, and the files that they write for a reader: one file a thing."""
