"""Word lists: text files, one entry a line, each naming its source at the top."""
