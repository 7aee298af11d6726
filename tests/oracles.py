"""Other people's implementations, to compare ours with."""

import importlib
import sys
import types
from importlib import resources
from typing import Any


def twitter_text() -> Any:
    """The `twitter-text-parser` package.

    It reads its one data file through a part of setuptools that newer ones lack, so that part
    is supplied where it is missing.
    """
    if "pkg_resources" not in sys.modules:
        try:
            importlib.import_module("pkg_resources")
        except ImportError:
            part: Any = types.ModuleType("pkg_resources")
            part.resource_string = lambda module, name: (
                resources.files(module.rpartition(".")[0]).joinpath(name).read_bytes()
            )
            sys.modules["pkg_resources"] = part
    return importlib.import_module("twitter_text")
