"""The calls that can be rehearsed, one TOML file each. Adding a file here adds a scenario."""
