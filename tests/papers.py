"""The site file of a paper on loopback whose articles are `/1`, `/2` … and stand on one list."""

SITE = """
publisher = "시험신문"
home      = "{home}"

[url]
article   = '^/(?P<id>\\d+)$'
canonical = "/{{id}}"

[discover]
lists     = ["/list"]

[[layouts]]
name  = "view"
title = "h1"
body  = "article"
"""
