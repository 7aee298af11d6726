"""Prompt files, versioned, and the loader that refuses a file whose variables disagree."""
