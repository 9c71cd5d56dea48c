"""All that the database knows of its user, as a file to keep, to look at, or to take to another computer."""
