"""How one text may stand in files and tables: as it is, and as JSON, once and twice, writes it."""

import json


def spellings(text: str) -> frozenset[str]:
    """Every way in which *text* may be written in what we keep; none of an empty text.

    JSON escapes quotes and line breaks, and may escape what is not ASCII; a JSON text that is
    kept inside another is escaped again.
    """
    if not text:
        return frozenset()
    once = {_escaped(text, ascii_only=flag) for flag in (False, True)}
    twice = {_escaped(one, ascii_only=flag) for one in once for flag in (False, True)}
    return frozenset({text, *once, *twice})


def _escaped(text: str, *, ascii_only: bool) -> str:
    return json.dumps(text, ensure_ascii=ascii_only)[1:-1]
