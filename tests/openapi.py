"""Holds what the bot sends against Discord's own description of its HTTP API, where that file is at hand."""

import json
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jsonschema_rs import Draft202012Validator, ValidationError

DESCRIPTION = Path(__file__).resolve().parents[2] / "shared" / "data" / "discord-openapi.json"


def available() -> bool:
    """Whether Discord's description lies beside the project."""
    return DESCRIPTION.is_file()


@cache
def _document() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
    return document


@cache
def _routes() -> list[tuple[re.Pattern[str], str, dict[str, Any]]]:
    routes = [
        (re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path)) + "$"), path, operations)
        for path, operations in _document()["paths"].items()
    ]
    # A fixed part such as @original wins over a variable one.
    return sorted(routes, key=lambda route: route[1].count("{"))


@cache
def _validator(method: str, path: str) -> Draft202012Validator | None:
    for pattern, _, operations in _routes():
        if pattern.match(path):
            body = operations.get(method.lower(), {}).get("requestBody")
            if body is None:
                return None
            schema = dict(body["content"]["application/json"]["schema"])
            return Draft202012Validator({**schema, "components": _document()["components"]})
    raise LookupError(f"Discord describes no {method} {path}")


def _as_described(body: Any, key: str = "") -> Any:
    """The body with two habits of discord.py set right, which Discord takes as well but does not describe: ids as
    numbers, and a role's permissions as text."""
    if isinstance(body, dict):
        described = {name: _as_described(value, name) for name, value in body.items()}
        return described | {"id": str(body["id"])} if key == "attachments" and "id" in body else described
    if isinstance(body, list):
        return [_as_described(value, key) for value in body]
    if isinstance(body, int) and body >= 2**53:
        return str(body)
    return int(body) if key == "permissions" and isinstance(body, str) and body.isdecimal() else body


def problem(method: str, path: str, body: Any) -> str | None:
    """What is wrong with a request's body, or None."""
    path = re.sub(r"^/api(/v\d+)?", "", path)
    # Tokens and ids differ in each request: one validator a route.
    shape = re.sub(
        r"/interactions/\d+/[^/]+", "/interactions/1/t", re.sub(r"/webhooks/\d+/[^/]+", "/webhooks/1/t", path)
    )
    return _fault(method, shape, json.dumps(body))


@lru_cache(maxsize=500)  # each bot that starts tells Discord of the same commands
def _fault(method: str, shape: str, body: str) -> str | None:
    validator = _validator(method, re.sub(r"/\d{6,}", "/1", shape))
    if validator is None:
        return None
    error = next(validator.iter_errors(_as_described(json.loads(body))), None)
    if error is None:
        return None
    innermost = _innermost(error)
    return f"{method} {shape}: {'/'.join(map(str, innermost.instance_path))}: {innermost.message[:300]}"


def _innermost(error: ValidationError) -> ValidationError:
    """The fault itself, of a component that none of the kinds of component fits: within the kind that it says it is."""
    for branch in getattr(error.kind, "context", ()):
        if not any(one.instance_path[-1:] == ["type"] for one in branch):
            return _innermost(branch[0])
    return error
