"""The pure centre: no files, no clock, no printing; time and chance come in as arguments."""
