"""The field's words as types and pure rules: no I/O, no clock, no randomness."""
