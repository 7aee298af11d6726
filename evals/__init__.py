"""Offline evaluations of prompts and fallbacks."""
