"""What comes in and goes out: a parsed call, an answer, and the refusal that carries one."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

JsonObject: TypeAlias = dict[str, Any]
"""A JSON object of the wire; the platforms' bodies have no common type beyond this."""

SECRET_WORDS = ("token", "secret", "key", "authorization", "proof", "cookie")


@dataclass(frozen=True)
class Answer:
    """What goes back: JSON unless the body is bytes or text."""

    status: int = 200
    body: object = None
    headers: Mapping[str, str] = field(default_factory=dict)
    media_type: str = "application/json"

    def response(self) -> Response:
        """The same for Starlette."""
        content: bytes
        if isinstance(self.body, bytes):
            content = self.body
        elif isinstance(self.body, str):
            content = self.body.encode()
        else:
            content = json.dumps(self.body, ensure_ascii=False).encode()
        return Response(content, self.status, dict(self.headers), self.media_type)


class Refused(Exception):
    """The call ends here with *answer*."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(f"{answer.status} {answer.body}")
        self.answer = answer


@dataclass(frozen=True)
class Upload:
    """A file part of a multipart body."""

    filename: str
    content_type: str
    content: bytes


@dataclass
class Call:
    """One request, read and sorted."""

    method: str
    segments: list[str]
    query: dict[str, str]
    form: dict[str, str]
    files: dict[str, Upload]
    document: object
    headers: Mapping[str, str]
    base_url: str
    prefix: str = ""
    is_json: bool = False
    broken_json: bool = False
    raw_query: str = ""
    """The query as it came, for whoever signed it."""
    form_pairs: tuple[tuple[str, str], ...] = ()
    """The fields of a form that is part of what is signed: not those of a multipart one."""

    @property
    def params(self) -> dict[str, str]:
        """Query, form and top-level JSON fields in one; lists and objects stay JSON text."""
        merged = dict(self.query)
        merged.update(self.form)
        if isinstance(self.document, dict):
            for name, value in self.document.items():
                merged[name] = value if isinstance(value, str) else json.dumps(value)
        return merged

    @property
    def path(self) -> str:
        """The path without the platform's prefix."""
        return "/" + "/".join(self.segments)

    def bearer(self) -> str | None:
        """The token of an `Authorization: Bearer` header."""
        kind, _, token = self.headers.get("authorization", "").partition(" ")
        return token.strip() if kind.lower() == "bearer" and token.strip() else None

    def described(self) -> JsonObject:
        """The call for the log, without anything secret and without file bytes."""
        return {
            "method": self.method,
            "path": ("/" + self.prefix if self.prefix else "") + self.path,
            "params": {k: v for k, v in {**self.query, **self.form}.items() if not is_secret(k)},
            "json": self.document if self.is_json else None,
            "files": {
                k: {
                    "type": f.content_type,
                    "bytes": len(f.content),
                    "sha256": hashlib.sha256(f.content).hexdigest(),
                }
                for k, f in self.files.items()
            },
            "headers": {k: v for k, v in self.headers.items() if not is_secret(k)},
        }


def is_secret(name: str) -> bool:
    """Whether a parameter or header of this name is kept out of the log."""
    return any(word in name.lower() for word in SECRET_WORDS)


async def read_call(request: Request) -> Call:
    """Read the whole request, whatever its encoding."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    form: dict[str, str] = {}
    files: dict[str, Upload] = {}
    pairs: list[tuple[str, str]] = []
    document: object = None
    broken = False
    if kind == "multipart/form-data":
        async with request.form(max_part_size=64 * 1024 * 1024) as parts:
            for name, value in parts.multi_items():
                if isinstance(value, UploadFile):
                    content = await value.read()
                    files[name] = Upload(value.filename or "", value.content_type or "", content)
                else:
                    form[name] = value
    else:
        body = await request.body()
        if kind == "application/x-www-form-urlencoded":
            pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
            form = dict(pairs)
        elif body:
            document, broken = _parse_json(body)
    return Call(
        method=request.method,
        segments=[part for part in request.url.path.split("/") if part],
        query=dict(request.query_params),
        form=form,
        files=files,
        document=document,
        headers={k.lower(): v for k, v in request.headers.items()},
        base_url=str(request.base_url).rstrip("/"),
        is_json=document is not None,
        broken_json=broken,
        raw_query=request.url.query,
        form_pairs=tuple(pairs),
    )


def _parse_json(body: bytes) -> tuple[object, bool]:
    try:
        document = json.loads(body)
        json.dumps(document, ensure_ascii=False).encode()  # half a character is no text
    except ValueError:
        return None, True
    return document, False
