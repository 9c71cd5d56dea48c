"""Speaking and listening: the same call with a voice. It knows nothing of the call; `simulator` wires it in."""
