"""What a pair of units says of wording, figures and documents, and what the change is called."""
