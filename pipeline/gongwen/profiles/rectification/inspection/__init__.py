"""Who inspected whom, when and how, as a rectification notice tells it."""
