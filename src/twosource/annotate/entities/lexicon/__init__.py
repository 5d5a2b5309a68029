"""Word lists as TOML, written for this project: facts about names, none taken from a data set."""
