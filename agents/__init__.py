"""Judgement: each agent turns a typed request into a typed proposal, with Gemini or without."""
