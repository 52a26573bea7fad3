"""What the lines around the text of a notice look like: parts, labels, furniture, files."""
