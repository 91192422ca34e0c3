"""The world: database, settings, clock and command line; only here do the other three packages meet."""
