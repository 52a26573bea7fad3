"""Web pages: which lines of a page are the document, and their layout."""
