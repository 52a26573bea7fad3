"""The wording, figures and documents of a pair of units, and what its changes are called."""
