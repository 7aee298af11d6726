"""The platforms' other side over real HTTP, written from their contracts alone."""
