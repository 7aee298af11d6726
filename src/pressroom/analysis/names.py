"""Names that would embarrass beside an answer: `fuck_you_all`, `ScrewThisBrand` …"""

import re
from functools import lru_cache

from pressroom.analysis.toxicity import find_toxicity

_MOST_CHARS = 100
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])|[\W\d_]+")


@lru_cache(maxsize=4096)
def is_abusive_name(name: str) -> bool:
    """Whether *name* holds a rude word, as it stands or glued as handles are.

    Some people are called what is rude elsewhere; all it costs them is a person's look.
    """
    within = name[:_MOST_CHARS]
    apart = " ".join(part for part in _SEAM.split(within) if part)
    return any(find_toxicity(said).is_toxic for said in {within, apart} if said.strip())
