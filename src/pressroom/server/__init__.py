"""Web parts that other programs talk to; each is an ASGI app that a larger one may mount."""
