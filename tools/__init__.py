"""Action: each tool is typed in and out; the only callers of platforms and of the effects ledger."""
