"""What people type into fields: text without what no screen shows and no database takes."""

import re
from typing import Annotated

from pydantic import BeforeValidator

_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_HALF = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n?")


def written(text: object) -> object:
    """*text* with its line ends as `\\n`; what is no text is left to other checks.

    Raises:
        ValueError: It holds a control character or half a character: an accident of copying,
            or an attempt to move somebody's terminal.
    """
    if not isinstance(text, str):
        return text
    text = _LINE_END.sub("\n", text)
    if found := _REFUSED.search(text):
        code = ord(found.group())
        what = "half a character" if 0xD800 <= code <= 0xDFFF else "a control character"
        raise ValueError(
            f"it holds {what} (U+{code:04X}) at place {found.start() + 1}; remove that"
        )
    return text


def whole(text: object) -> object:
    """*text*, whatever it is, as long as it can be sent and stored.

    Raises:
        ValueError: It holds half a character.
    """
    if isinstance(text, str) and (found := _HALF.search(text)):
        raise ValueError(f"it holds half a character (U+{ord(found.group()):04X}); remove that")
    return text


Whole = Annotated[str, BeforeValidator(whole)]
"""Text for a platform: pre-flight removes its control characters, and says so."""
Written = Annotated[str, BeforeValidator(written)]
"""Text that somebody wrote, of one line or several."""
