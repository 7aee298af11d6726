"""One file a revision; names and order are history and never change."""
