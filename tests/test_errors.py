"""The tree of errors is what its drawing says."""

import re

import pytest

from pressroom import errors
from pressroom.errors import PressroomError


def drawn() -> dict[str, str]:
    """Each class in the drawing and the class it hangs from."""
    parents: dict[str, str] = {}
    path: list[tuple[int, str]] = []
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"( *)([A-Z]\w+)(\s{2,}|$)", line)
        if found is None:
            continue
        depth, name = len(found[1]), found[2]
        path = [item for item in path if item[0] < depth]
        parents[name] = path[-1][1] if path else "Exception"
        path.append((depth, name))
    return parents


def coded() -> dict[str, str]:
    return {
        name: kind.__bases__[0].__name__
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, PressroomError)
    }


def test_the_drawing_is_the_code() -> None:
    """Who reads the drawing must be able to catch what it shows."""
    assert drawn() == coded()
    assert len(drawn()) > 10


@pytest.mark.parametrize("name", sorted(coded()))
def test_each_error_says_what_and_how_to_mend_it(name: str) -> None:
    """The message and the fix reach a person as one line."""
    kind = getattr(errors, name)

    if issubclass(kind, errors.ModelUnavailable):
        assert str(kind("It is so.")) == "It is so."
    else:
        assert str(kind("It is so.", fix="Do that.")) == "It is so. Do that."
