"""The promises the project makes of itself: names, arrows, owners, faces, a README that tells the truth."""

import ast
import importlib
import importlib.metadata
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("crawler", "extract", "pipelines", "schema")
MAY_IMPORT = {
    "schema": set(),
    "crawler": {"schema"},
    "extract": {"schema"},
    "pipelines": {"schema", "crawler", "extract"},
}
OWNERS = {
    "scrapy": "crawler",
    "twisted": "crawler",
    "lxml": "crawler",
    "trafilatura": "crawler",
    "htmldate": "crawler",
    "feedparser": "crawler",
    "urllib3": "crawler",
    "warcio": "crawler",
    "protego": "crawler",
    "kiwipiepy": "extract",
    "threadpoolctl": "extract",
    "torch": "extract",
    "onnxruntime": "extract",
    "safetensors": "extract",
    "tokenizers": "extract",
    "spacy": "extract",
    "transformers": "extract",
    "openpyxl": "pipelines",
    "sqlite_utils": "pipelines",
    "datasketch": "pipelines",
    "click": "pipelines",
    "rich": "pipelines",
    "pydantic": "pipelines",
    "pydantic_settings": "pipelines",
}
ALSO = {
    ("schema/migrations.py", "sqlite_utils"),
    ("pipelines/store.py", "schema.migrations"),
    # Training is no part of reading: it has a face of its own, and PyTorch stands behind another.
    ("pipelines/lessons.py", "extract.training"),
    ("pipelines/tagger_tests.py", "extract.training"),
    ("pipelines/training.py", "extract.training"),
    ("pipelines/training.py", "extract.training.learner"),
}
IMPURE = {"os", "pathlib", "sqlite3", "urllib", "socket", "random", "time", "subprocess", "shutil", "io"}
TOP_LEVEL = {
    *(".ci", ".gitignore", "LICENSE", "Makefile", "README.md", "pyproject.toml", "uv.lock"),
    *("crawler", "extract", "fixtures", "pipelines", "schema", "tests"),
}


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Every absolute import of a module, wherever it stands in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module


ALL = [
    pytest.param(package, path, id=str(path.relative_to(ROOT)))
    for package in PACKAGES
    for path in modules(package)
]


@pytest.mark.parametrize("package", PACKAGES)
def test_each_package_name_is_ours_alone(package: str) -> None:
    module = importlib.import_module(package)
    assert Path(str(module.__file__)).is_relative_to(ROOT)
    assert set(importlib.metadata.packages_distributions().get(package, ["sandan"])) == {"sandan"}


@pytest.mark.parametrize(("package", "path"), ALL)
def test_imports_point_down_and_cross_packages_at_their_root(package: str, path: Path) -> None:
    for name in imports(path):
        top = name.split(".")[0]
        if top not in PACKAGES:
            continue
        assert top in MAY_IMPORT[package], f"{package} must not know {top}"
        allowed = name == top or (path.relative_to(ROOT).as_posix(), name) in ALSO
        assert allowed, f"import {name} from the root of {top}"


@pytest.mark.parametrize(("package", "path"), ALL)
def test_third_parties_stay_with_their_owner(package: str, path: Path) -> None:
    for name in imports(path):
        top = name.split(".")[0]
        if (path.relative_to(ROOT).as_posix(), top) not in ALSO:
            assert OWNERS.get(top, package) == package, f"{top} belongs to {OWNERS.get(top)}"


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in modules("extract")])
def test_extract_touches_nothing_outside(path: Path) -> None:
    # Training draws by chance, from seeds that are given, and returns its weights as a file's bytes.
    allowed = {"random", "io"} if path.parent.name == "training" else set()
    assert not (IMPURE - allowed) & {name.split(".")[0] for name in imports(path)}


def test_what_extras_bring_stays_behind_its_package() -> None:
    extras = {"torch", "transformers", "onnxruntime", "safetensors", "tokenizers"}
    found = {
        (path.parent.name, name.split(".")[0])
        for package in PACKAGES
        for path in modules(package)
        for name in imports(path)
    }
    where = {package for package, name in found if name in extras}
    assert where == {"training", "pretrained"}
    assert {name for package, name in found if package == "training"} & extras == {"torch"}


def test_the_default_way_loads_no_extra() -> None:
    code = (
        "import sys, extract, pipelines.cli, pipelines.taggers;"
        "print([name for name in ('torch', 'transformers', 'onnxruntime') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_needs_torch_is_run_with_torch() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    listed = next(line for line in makefile.splitlines() if line.startswith("TORCH_TESTS :=")).split()[2:]
    needy = [
        path.relative_to(ROOT)
        for path in (ROOT / "tests").rglob("test_*.py")
        if path != Path(__file__) and 'importorskip("torch"' in path.read_text(encoding="utf-8")
    ]
    assert needy
    assert [path for path in needy if not any(path.is_relative_to(one) for one in listed)] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_the_face_of_a_package_is_sorted_and_real(package: str) -> None:
    module = importlib.import_module(package)
    names = getattr(module, "__all__", [])
    assert names == sorted(names, key=lambda name: (not name.isupper(), name)), (
        "constants first, as ruff sorts"
    )
    assert all(hasattr(module, name) for name in names)


def test_the_root_holds_what_the_card_names() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("no checkout, so nothing says what belongs to it")
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {line.split("/")[0] for line in tracked.splitlines()} <= TOP_LEVEL


def test_tests_are_no_packages() -> None:
    assert not list((ROOT / "tests").rglob("__init__.py")), "tests/schema would become importable as schema"


def commands() -> list[str]:
    cli = importlib.import_module("pipelines.cli")
    group = cli.sandan
    assert isinstance(group, click.Group)
    return sorted(group.commands)


@pytest.mark.parametrize("command", commands())
def test_the_readme_names_every_command(command: str) -> None:
    assert f"sandan {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_gives_every_dependency_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    names = [dependency.split(">")[0] for dependency in project["dependencies"]]
    assert [name for name in names if f"| `{name}` |" not in readme] == []


def test_the_readme_names_every_setting() -> None:
    settings = importlib.import_module("pipelines.settings").Settings
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in settings.model_fields if f"| `{name}` |" not in readme] == []


def test_the_readme_names_every_rule_and_table() -> None:
    extract = importlib.import_module("extract")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rules = {name.split("/")[0] for name in (*(rule.name for rule in extract.RULES), *extract.LINKS)}
    assert [rule for rule in sorted(rules) if f"`{rule}`" not in readme] == []
    schema = (ROOT / "fixtures/db/schema.sql").read_text(encoding="utf-8")
    tables = [line.split()[2].strip('"[(') for line in schema.splitlines() if line.startswith("CREATE TABLE")]
    assert tables
    assert [table for table in tables if not table.startswith("_") and f"`{table}`" not in readme] == []
