"""What has come of a problem: stated in a sentence, in brackets after a heading, or in the progress of its measures."""
