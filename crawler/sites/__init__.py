"""The papers: one TOML file a site, families with a leading underscore."""
