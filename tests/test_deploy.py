"""What hosts deploy with: the unit, the Containerfile and the compose file, as far as a machine without a registry can
try them. The image's steps run in a fresh folder, without privileges, where only data, key and /tmp can be written."""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from models.config import Settings
from models.database.lease import Lease
from rehearsal.rest import HANGS_SECONDS
from tests import postgresql
from tests.cli.saying import ROOT, surroundings
from tests.until import until

DEPLOY = ROOT / "deploy"
GUIDE = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
INSIDE = "/opt/undersigned"
UNPRIVILEGED = (
    ("setpriv", "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs") if os.geteuid() == 0 else ()
)
"""What takes from root the right to write where nobody may."""
analyze = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")


def unit(folder: Path) -> Path:
    """The unit with a program and an account that this machine has."""
    text = (DEPLOY / "undersigned.service").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^ExecStart=\S+", f"ExecStart={sys.executable}", text)
    text = text.replace("User=undersigned", "User=daemon").replace("file:/opt/undersigned", f"file:{ROOT}")
    place = folder / "undersigned.service"
    place.write_text(text, encoding="utf-8")
    return place


@analyze
def test_systemd_finds_nothing_wrong_with_the_unit(tmp_path: Path) -> None:
    done = subprocess.run(
        ["systemd-analyze", "verify", str(unit(tmp_path))], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@analyze
def test_the_score_of_the_unit_is_the_one_in_the_guide(tmp_path: Path) -> None:
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--no-pager", str(unit(tmp_path))],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    [score] = re.findall(r"Overall exposure level for undersigned\.service: (\S+)", done.stdout)
    assert f"exposure level {score}" in GUIDE


def test_the_unit_does_not_start_again_what_only_a_person_can_mend() -> None:
    text = (DEPLOY / "undersigned.service").read_text(encoding="utf-8")
    [codes] = re.findall(r"(?m)^RestartPreventExitStatus=(.*)$", text)
    never = re.findall(r"(?m)^\| (\d+) \| .* \| no \|$", GUIDE)
    assert set(codes.split()) == set(never) - {"0", "130", "141"}


def steps() -> list[tuple[str, str]]:
    """Instructions of the Containerfile and their words."""
    text = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(word, rest) for word, _, rest in (line.partition(" ") for line in lines)]


@pytest.fixture
def image(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """What the last stage copies and sets, with a root of its own in place of /."""
    root, environment = tmp_path / "root", surroundings()
    stage = 0
    for word, rest in steps():
        stage += word == "FROM"
        if stage < 2 or word in ("FROM", "USER", "VOLUME", "STOPSIGNAL", "WORKDIR", "HEALTHCHECK"):
            continue
        if word == "COPY" and not rest.startswith("--from"):
            *sources, target = rest.split()
            place = root / target.strip("/")
            for source in sources:
                if (ROOT / source).is_dir():
                    shutil.copytree(ROOT / source, place, ignore=shutil.ignore_patterns("__pycache__"))
                else:
                    place.mkdir(parents=True, exist_ok=True)
                    shutil.copy(ROOT / source, place)
        elif word == "ENV":
            name, _, value = rest.partition("=")
            environment[name] = re.sub(r"/(?=(data|key|tmp)/)", f"{root}/", value)
        elif word == "RUN" and (rest.startswith("install ") or "compileall" in rest):
            said = re.sub(r" --(owner|group)=\d+", "", rest)
            here = re.sub(
                r"(?<= )/(?=data|key|opt)",
                f"{root}/",
                said.replace(f"{INSIDE}/.venv/bin/python", sys.executable),
            )
            subprocess.run(shlex.split(here), check=True)
    (root / "tmp").mkdir()
    (root / "tmp").chmod(0o1777)
    for path in (root / "opt").rglob("*"):
        path.chmod(path.stat().st_mode & ~0o222)
    return root, environment


def as_in_the_container(root: Path, *words: str, environment: dict[str, str]) -> "subprocess.Popen[str]":
    """The image's entry point with these words, without privileges."""
    [entry] = [json.loads(rest) for word, rest in steps() if word == "ENTRYPOINT"]
    assert entry[0] == f"{INSIDE}/.venv/bin/python"
    running: subprocess.Popen[str] = subprocess.Popen(
        [*UNPRIVILEGED, sys.executable, "-B", str(root / entry[1].strip("/")), *words],
        cwd=root / "data", env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    return running


@pytest.mark.skipif(os.geteuid() == 0 and shutil.which("setpriv") is None, reason="root needs setpriv")
async def test_what_the_image_copies_is_enough_and_it_writes_to_data_and_key_alone(
    image: tuple[Path, dict[str, str]],
) -> None:
    root, environment = image
    before = sorted(path for path in root.rglob("*") if path.is_file())
    catalogues = {path.relative_to(ROOT) for path in ROOT.glob("locales/*/LC_MESSAGES/*.po")}
    assert catalogues <= {path.relative_to(root / INSIDE.strip("/")) for path in before if INSIDE in str(path)}

    def say(*words: str) -> tuple[int, str]:
        running = as_in_the_container(root, *words, environment=environment)
        out, err = running.communicate(timeout=HANGS_SECONDS)
        return running.returncode, out + err

    assert say("--version")[0] == 0
    code, said = say("migrate")
    assert code == 0, said
    [check] = [json.loads(rest.partition("CMD ")[2])[2:] for word, rest in steps() if word == "HEALTHCHECK"]
    assert say(*check)[0] == 1
    lease = Lease(environment["UNDERSIGNED_DATABASE"])
    assert lease.take()
    [run] = [json.loads(rest) for word, rest in steps() if word == "CMD"]
    running = as_in_the_container(root, *run, environment=environment | {"UNDERSIGNED_TOKEN": "x"})
    alive = Path(environment["UNDERSIGNED_ALIVE_FILE"])
    await until(lambda: running.poll() is not None or (alive.exists() and "standby" in alive.read_text()))
    assert running.poll() is None, running.communicate()
    assert say(*check)[0] == 0
    running.send_signal(signal.SIGTERM)
    assert running.wait(HANGS_SECONDS) == 0, running.communicate()
    lease.stop()
    running.communicate()
    new = [path.relative_to(root) for path in root.rglob("*") if path.is_file() and path not in before]
    assert {path.parts[0] for path in new} <= {"data", "key"}, new


def test_the_compose_file_runs_the_image_read_only_and_gives_it_data_key_and_token() -> None:
    whole = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    services = whole["services"]
    bots = [one for one in services.values() if one["image"] == "undersigned"]
    assert len(bots) == 3
    paths = {rest for word, rest in steps() if word == "VOLUME"}
    for bot in bots:
        assert bot["read_only"]
        assert bot["cap_drop"] == ["ALL"]
        assert bot["init"]
        assert (
            DEPLOY / bot["build"]["context"] / bot["build"]["dockerfile"]
        ).resolve() == DEPLOY / "Containerfile"
        mounted = dict(reversed(volume.split(":")) for volume in bot["volumes"])
        assert paths <= set(mounted)
        assert set(mounted.values()) <= set(whole["volumes"])
        assert set(bot["secrets"]) <= set(whole["secrets"])
        assert set(bot["tmpfs"]) == {"/tmp"}  # noqa: S108  (the sign of life is there)
        for name, value in bot["environment"].items():
            Settings.model_validate({name.removeprefix("UNDERSIGNED_").lower(): value})
    by_profile = {name: one["profiles"] for name, one in services.items()}
    assert sum(one == ["sqlite"] for one in by_profile.values()) == 1
    assert [name for name, one in by_profile.items() if one == ["postgresql"]] == [
        "first",
        "second",
        "postgresql",
    ]


def test_every_setting_of_the_image_is_one() -> None:
    for word, rest in steps():
        if word == "ENV":
            name, _, value = rest.partition("=")
            Settings.model_validate({name.removeprefix("UNDERSIGNED_").lower(): value})


def test_a_server_is_reached_through_a_socket_as_the_compose_file_does(server: postgresql.Server) -> None:
    server.execute("DROP TABLE IF EXISTS undersigned_lease")  # one of another test may be under way
    url = f"postgresql://postgres@/postgres?host={server.folder}&port={server.port}"
    Settings(database=url)
    lease = Lease(url)
    assert lease.take()
    lease.stop()
