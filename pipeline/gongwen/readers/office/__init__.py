"""Files of word processors and spreadsheets other than .docx."""
