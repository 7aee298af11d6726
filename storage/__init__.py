"""Records and the ledger of outward effects, on SQLite, MariaDB/MySQL or PostgreSQL."""
