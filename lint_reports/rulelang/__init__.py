"""Reading rule files: YAML in, checked `RuleSpec`s out, every mistake with its place."""
