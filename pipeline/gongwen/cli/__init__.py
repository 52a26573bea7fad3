"""The command `gongwen`: its commands, and what they print."""
