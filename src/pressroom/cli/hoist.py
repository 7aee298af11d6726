"""Global options work before and after the command's name."""

from collections.abc import Sequence

_FLAGS = ("--quiet", "-q", "--no-color", "--debug")
_VALUES = ("--settings",)


def hoist_global_options(arguments: Sequence[str]) -> list[str]:
    """*arguments* with the global options first, up to a `--` that ends all options.

    >>> hoist_global_options(["posts", "list", "--settings", "a.toml", "--json"])
    ['--settings', 'a.toml', 'posts', 'list', '--json']
    """
    front: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            return [*front, *rest, argument, *waiting]
        if argument in _VALUES:
            front += [argument, *[value for value in [next(waiting, None)] if value is not None]]
        elif argument in _FLAGS or argument.startswith(tuple(f"{name}=" for name in _VALUES)):
            front.append(argument)
        else:
            rest.append(argument)
    return front + rest
