"""The stages, one a file: each is a function `(input, options) -> (value, diagnostics)` without IO or state."""
