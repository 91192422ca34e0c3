"""The weights of the tagger, as `sandan train` wrote them."""
