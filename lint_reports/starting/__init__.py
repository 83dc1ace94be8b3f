"""What `lint-reports init` does: looks around, proposes a configuration, adds a hook."""
