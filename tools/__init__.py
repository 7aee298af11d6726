"""Action: each tool is typed in and out; they alone call platforms and the effects ledger."""
