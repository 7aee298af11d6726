"""Words for what a machine must never answer alone, one module a language, as data.

Each module has `CLASSES` (words used together), `GRAVE` (phrases by topic) and `HARMLESS`
(figures of speech in which a grave word means nothing grave). The notation is that of
`pressroom.domain.phrasebook`.
"""
