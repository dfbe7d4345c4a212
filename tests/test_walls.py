"""The house stays readable and reproducible: the file budget, no circles, and the locks. Layers are contracts that
import-linter checks."""

import ast
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from cogs.rooms import ROOMS

ROOT = Path(__file__).parents[1]
PACKAGES = ("models", "cogs", "cli", "rehearsal")
BUDGET = 330
"""Lines of a file; one that outgrows it has a second noun in it."""

OF_A_SESSION = {
    "exec",
    "execute",
    "scalar",
    "scalars",
    "flush",
    "commit",
    "rollback",
    "get_one",
    "begin_nested",
}
LOCKS = sorted(ROOT.glob("requirements*.lock"))


def test_no_file_outgrows_its_budget() -> None:
    files = [
        ROOT / "bot.py",
        *(file for name in PACKAGES for file in (ROOT / name).rglob("*.py")),
    ]
    written = [file for file in files if file.parent.name != "versions"]  # migrations are generated
    lengths = {
        str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines()) for file in written
    }
    assert {name: length for name, length in lengths.items() if length > BUDGET} == {}


def circle(imports: Mapping[str, Collection[str]]) -> list[str]:
    """A few modules that import each other in a circle, beginning and ending with the same; nothing where none do."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_files_import_each_other_in_a_circle_not_even_for_annotations() -> None:
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert len(imports) > 300
    assert circle(imports) == []


def test_a_circle_would_be_found() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) != []


def test_no_contract_has_an_exception() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    linter = project["tool"]["importlinter"]
    assert "exclude_type_checking_imports" not in linter
    assert [one["name"] for one in linter["contracts"] if "ignore_imports" in one] == []


def test_every_cog_of_a_subject_is_put_into_the_client() -> None:
    subjects = {room.__module__.split(".")[1] for room in ROOMS}
    files = [file for subject in subjects for file in (ROOT / "cogs" / subject).glob("*.py")]
    named = sorted(f"cogs.{file.parent.name}.{file.stem}" for file in files if file.stem != "__init__")
    assert named == sorted(room.__module__ for room in ROOMS)


READ_AT_THE_START = {"cogs/client.py", "cogs/runtime/gateway.py", "models/database/tables/columns.py"}
"""These set up discord.py and SQLModel."""


KEEP_TO_THEMSELVES = {"cache", "contextmanager", "dataclass", "lru_cache", "remembered"}
"""Decorators that only make what they stand on into something else."""


def done_when_read(body: list[ast.stmt]) -> Iterator[str]:
    """What a module does to others while it is read: calls, decorators, and what it puts into them. A call for a value
    of its own (``x = register(y)``) is not seen."""
    own = {node.name for node in body if isinstance(node, ast.ClassDef)}
    for node in body:
        if isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant):
            yield ast.unparse(node)
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign | ast.Delete):
            targets = node.targets if isinstance(node, ast.Assign | ast.Delete) else [node.target]
            into = [one for target in targets for one in ast.walk(target)]
            if any(isinstance(one, ast.Attribute | ast.Subscript) for one in into):
                yield ast.unparse(node)
        for decorator in getattr(node, "decorator_list", []):
            match decorator:
                case ast.Call(args=[ast.Name(id=first), *_]) if first in own:
                    continue  # about a class of this module, which nobody has before it is read
                case ast.Call(func=maker):
                    pass
                case maker:
                    pass
            if ast.unparse(maker).rpartition(".")[2] not in KEEP_TO_THEMSELVES:
                yield f"@{ast.unparse(decorator)}"
        for part in ("body", "orelse", "finalbody"):
            if isinstance(node, ast.If | ast.For | ast.While | ast.With | ast.Try):
                yield from done_when_read(getattr(node, part, []))


DOES = """import a
a.b: int = 1
a.c()
d = a.e
class F: ...
@listens_for(F)
@cache
def g(): ...
@a.register(d)
def h(): ...
if d:
    a.i = d
"""


def test_a_module_does_nothing_to_others_while_it_is_read() -> None:
    """Nobody knows when that is (``cli.unread``)."""
    assert [*done_when_read(ast.parse(DOES).body)] == ["a.b: int = 1", "a.c()", "@a.register(d)", "a.i = d"]
    found = {
        str(file.relative_to(ROOT)): done
        for package in ("models", "cogs", "cli")
        for file in (ROOT / package).rglob("*.py")
        if file.stem not in ("__main__", "env")
        if (done := list(done_when_read(ast.parse(file.read_text(encoding="utf-8")).body)))
    }
    assert found.keys() == READ_AT_THE_START


def test_a_package_says_what_is_in_it() -> None:
    packages = [file for name in PACKAGES for file in (ROOT / name).rglob("__init__.py")]
    assert len(packages) > 30
    assert [
        str(file) for file in packages if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    ] == []


def public(body: list[ast.stmt], inside: str = "") -> Iterator[tuple[str, str]]:
    """Each public class, function and method with its docstring, which is empty where there is none."""
    for node in body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.name[0] != "_":
            yield inside + node.name, ast.get_docstring(node) or ""
            if isinstance(node, ast.ClassDef):
                yield from public(node.body, f"{inside}{node.name}.")


def test_everything_public_says_in_a_sentence_of_its_own_what_it_is() -> None:
    said = {
        f"{file.relative_to(ROOT)}: {name}": words
        for package in ("models", "cogs", "cli")
        for file in (ROOT / package).rglob("*.py")
        if file.parent.name != "versions"  # migrations are generated
        for name, words in public(ast.parse(file.read_text(encoding="utf-8")).body)
    }
    assert len(said) > 1000
    assert [one for one, words in said.items() if words.startswith("The same") or len(words.split()) < 4] == []


def test_a_class_has_a_name_of_its_own() -> None:
    """But for ``cogs.runtime.bot``, which says of the same parts what rooms use of them."""
    places: dict[str, list[str]] = {}
    for file in (one for package in ("models", "cogs", "cli") for one in (ROOT / package).rglob("*.py")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and file != ROOT / "cogs" / "runtime" / "bot.py":
                places.setdefault(node.name, []).append(str(file.relative_to(ROOT)))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_no_test_imports_another_test() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {node.module}"
        for file in (ROOT / "tests").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and re.search(r"(^|\.)test_", node.module or "")
    ]
    assert found == []


def test_no_cog_holds_a_session_or_composes_a_transaction() -> None:
    """Rooms hand verbs to the store; anyone who asks for a session, of whatever type, writes SQL or groups verbs."""
    found = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in sorted((ROOT / "cogs").rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if (isinstance(node, ast.arg) and node.arg.strip("_") == "session")
        or (isinstance(node, ast.Attribute) and node.attr in OF_A_SESSION)
    ]
    assert found == []


def test_there_is_a_lock_for_each_use() -> None:
    assert [lock.name for lock in LOCKS] == [
        "requirements-dev.lock",
        "requirements-rehearse.lock",
        "requirements.lock",
    ]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_everything_by_hash_and_holds_no_address(lock: Path) -> None:
    entries = lock.read_text(encoding="utf-8").replace("\\\n", "").splitlines()
    assert entries
    for entry in entries:
        assert re.fullmatch(
            r"[a-z0-9-]+==[^\s;]+(?: ; [^/\\]+?)?(?:\s+--hash=sha256:[0-9a-f]{64})+\s*", entry
        ), entry[:80]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_what_pyproject_asks_for(lock: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = list(project["project"]["dependencies"])
    if "rehearse" in lock.name:
        asked += project["project"]["optional-dependencies"]["rehearse"]
    if "dev" in lock.name:
        asked += project["dependency-groups"]["dev"]
    pinned = dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", lock.read_text(encoding="utf-8"), re.MULTILINE))
    for requirement in map(Requirement, asked):
        name = canonicalize_name(requirement.name)
        assert name in pinned
        assert requirement.specifier.contains(pinned[name]), f"{name} {pinned[name]}: compile the locks again"


def test_the_locks_agree_with_one_another() -> None:
    pins: dict[str, set[str]] = {}
    for lock in LOCKS:
        for name, version in re.findall(
            r"^([a-z0-9-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE
        ):
            pins.setdefault(name, set()).add(version)
    assert {name: versions for name, versions in pins.items() if len(versions) > 1} == {}


def test_the_readme_holds_the_line_that_ci_runs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^python3 -m venv .* -m tests$", readme, re.MULTILINE)) == 1
