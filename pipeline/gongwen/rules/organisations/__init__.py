"""The names of bodies and places."""
