"""Weights of the linear models that decide what rules leave open; `sandan train` makes them."""
