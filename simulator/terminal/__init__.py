"""The call on a terminal: screens, keys, lists, and all that the program says in its own voice."""
