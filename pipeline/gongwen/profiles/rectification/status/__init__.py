"""What has come of a problem: stated in a sentence, in brackets behind a heading, or in the progress of its measures."""
