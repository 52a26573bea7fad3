"""Who inspected whom, when and how, as told in a rectification notice."""
