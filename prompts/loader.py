"""Prompts, loaded from files that are checked before use, and filled with fenced material."""

import hashlib
import importlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from pressroom.errors import PromptError

FOLDER = Path(__file__).parent
"""Where the prompts that come with the package lie."""

_PARTS = re.compile(
    r"\A\+\+\+\n(?P<head>.*?)\n\+\+\+\n\s*"
    r"--- system ---\n(?P<system>.*?)\n--- user ---\n(?P<user>.*)\Z",
    re.DOTALL,
)
_NAME = re.compile(r"^[a-z][a-z0-9_]*/[a-z][a-z0-9_]*$")
# Control characters, direction overrides and the invisible "tag" letters: nothing a reader of
# the material would see, and a way to say to a model what no person can read.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff"
    "\U000e0000-\U000e007f]"
)
_JSON = TypeAdapter(Any)


class Head(BaseModel):
    """The front matter of a prompt file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: int
    variables: tuple[str, ...] = ()
    """Plain values of our own: a count, a language, a list of platforms."""
    material: tuple[str, ...] = ()
    """Values that people wrote (briefs, comments, feeds): each is fenced in a tag of its own."""
    answer: str
    """The type of the answer, `module:Class`."""
    purpose: str
    changed: str
    """What this version changed, and what that did."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A prompt ready to be asked."""

    stamp: str
    system: str
    user: str


@dataclass(frozen=True)
class Prompt:
    """A checked prompt file."""

    name: str
    head: Head
    sha: str
    """SHA-256 of the whole file, front matter included."""
    system: Template = field(repr=False)
    user: Template = field(repr=False)

    @property
    def stamp(self) -> str:
        """`name@version+hash8`: exactly which text was asked."""
        return f"{self.name}@{self.head.version}+{self.sha[:8]}"

    @cached_property
    def answer(self) -> type[BaseModel]:
        """The type that an answer must have."""
        module, _, name = self.head.answer.partition(":")
        try:
            found = getattr(importlib.import_module(module), name)
        except (ImportError, AttributeError) as err:
            raise PromptError(
                f"prompt {self.name}: the answer {self.head.answer!r} cannot be imported.",
                fix="Write it as module:Class.",
            ) from err
        if not (isinstance(found, type) and issubclass(found, BaseModel)):
            raise PromptError(f"prompt {self.name}: {self.head.answer} is no pydantic model.")
        return found

    def fill(self, **values: object) -> Filled:
        """The prompt with *values* in place, each piece of material inside its fence.

        Material may be text or anything that has a JSON form. It is put in as a value and
        never read as a template. Equal values give equal text, so that an answer can be
        cached and a run replayed.

        Raises:
            PromptError: A value is missing, or one is given that the prompt does not declare.
        """
        self._compare(set(values))
        material = {name: _plain(values[name]) for name in self.head.material}
        fence = self._fence(values, material)
        shown = {name: values[name] for name in self.head.variables}
        shown |= {name: fence(name, text) for name, text in material.items()}
        try:
            return Filled(
                self.stamp, self.system.render(shown).strip(), self.user.render(shown).strip()
            )
        except TemplateError as err:
            raise PromptError(f"prompt {self.name} cannot be rendered: {err}") from err

    def _compare(self, given: set[str]) -> None:
        declared = {*self.head.variables, *self.head.material}
        if given != declared:
            raise PromptError(
                f"prompt {self.name}: missing {sorted(declared - given)},"
                f" not declared {sorted(given - declared)}."
            )

    def _fence(self, values: Mapping[str, object], material: Mapping[str, str]) -> "_Fence":
        # The nonce depends on everything that is filled in. Whoever writes a piece of
        # material would have to know it to forge a closing tag, and writing the forgery
        # changes it; yet equal questions stay equal, which a random one would not.
        seed = [self.stamp, *(repr(values[name]) for name in self.head.variables)]
        seed += [material[name] for name in self.head.material]
        nonce = hashlib.sha256("\0".join(seed).encode("utf-8", "replace")).hexdigest()[:16]
        return _Fence(nonce, frozenset(self.head.material))


@dataclass(frozen=True, slots=True)
class _Fence:
    nonce: str
    names: frozenset[str]

    def __call__(self, name: str, text: str) -> str:
        tags = "|".join(sorted(map(re.escape, self.names)))
        inside = re.sub(rf"<(?=\s*+(?:/\s*+)?(?:{tags}))", "‹", text, flags=re.IGNORECASE)
        return f"<{name}-{self.nonce}>\n{inside}\n</{name}-{self.nonce}>"


def _plain(value: object) -> str:
    text = value if isinstance(value, str) else _JSON.dump_json(value, indent=1).decode()
    return _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def load(name: str, folder: Path | None = None) -> Prompt:
    """The prompt *name* (`agent/purpose`), from *folder* if it has one, else from the package.

    Raises:
        PromptError: There is no such prompt, or its file is not as it must be.
    """
    if not _NAME.match(name):
        raise PromptError(f"{name!r} names no prompt.", fix="Write agent/purpose.")
    places = [f / f"{name}.md.j2" for f in (folder, FOLDER) if f is not None]
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise PromptError(f"there is no prompt {name}: {places[-1].name} was not found.")
    return parse(name, found.read_text(encoding="utf-8"))


@lru_cache(maxsize=64)
def parse(name: str, text: str) -> Prompt:
    """The prompt that *text* holds; the same text is compiled once.

    Raises:
        PromptError: No front matter, a part that is missing, a template that does not
            compile, or variables that are declared and not used or used and not declared.
    """
    parts = _PARTS.match(text)
    if parts is None:
        raise PromptError(
            f"prompt {name} has not the form of a prompt.",
            fix="Front matter between +++ lines, then --- system --- and --- user ---.",
        )
    head = _read_head(name, parts["head"])
    env = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    _compare_variables(name, head, env, parts["system"] + "\n" + parts["user"])
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Prompt(name, head, sha, env.from_string(parts["system"]), env.from_string(parts["user"]))


def _read_head(name: str, text: str) -> Head:
    try:
        return Head.model_validate(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValidationError) as err:
        raise PromptError(f"the front matter of prompt {name} is wrong: {err}") from err


def _compare_variables(
    name: str, head: Head, env: ImmutableSandboxedEnvironment, body: str
) -> None:
    try:
        used = meta.find_undeclared_variables(env.parse(body))
    except TemplateError as err:
        raise PromptError(f"prompt {name} does not compile: {err}") from err
    declared = {*head.variables, *head.material}
    if used != declared:
        raise PromptError(
            f"prompt {name}: declared and not used {sorted(declared - used)},"
            f" used and not declared {sorted(used - declared)}."
        )


def names(folder: Path = FOLDER) -> list[str]:
    """The names of all prompts in *folder*, sorted."""
    return sorted(
        path.relative_to(folder).as_posix().removesuffix(".md.j2")
        for path in folder.glob("*/*.md.j2")
    )
