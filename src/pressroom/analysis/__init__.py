"""Pure, deterministic science: text, timing and images, without network or storage."""
