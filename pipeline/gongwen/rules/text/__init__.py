"""Characters: how they are folded for matching, and what a text can hold."""
