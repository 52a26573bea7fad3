"""Chinese official notices (公文) as validated JSON."""
