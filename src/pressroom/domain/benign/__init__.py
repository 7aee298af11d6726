"""What a machine understands well enough to answer alone, as data by language.

The opposite of `pressroom.domain.grave`: there one word is enough to send a comment to a person,
here every word has to be known to let it go without one. So a word stands here only if it says
nothing bad beside any of the others: no `last`, `never`, `without`, `goodbye`, no kin, no body, no
illness, no time gone by, no denial outside a set phrase. The words and the notation are those of
`pressroom.domain.phrasebook`, with no gaps: what is between two words is never skipped.

In each language: `PRAISE` carries thanks or praise, `THINGS` is what brands are praised for,
`SMALL` holds a sentence together, `ASKING` asks.
"""
