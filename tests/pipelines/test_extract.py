"""`sandan extract` as a person calls it: what comes out where, and how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[3] / "shared/seeds"


def test_every_input_gives_one_line_of_json_in_input_order(sandan, inputs):
    done = sandan("extract", "--json", inputs.folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert '"name":"남동국가산업단지"' in done.stdout
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["id"] for each in found[:6]] == ["a", "b", "c", "d", "줄", "e:3"]
    # The same article says the same, whatever it came in.
    figures = {tuple((each["quote"], each["min"]) for each in article["figures"]) for article in found}
    assert figures == {(("1억500만원", 105_000_000), ("50억원", 5_000_000_000))}


def test_a_person_reads_the_records(sandan, inputs, tmp_path):
    (tmp_path / "날씨.txt").write_text("오늘의 날씨\n전국이 맑고 낮에는 따뜻하겠다고 예보됐다.\n", "utf-8")
    given = ("--published", "2024-05-30", "--publisher", "남동산업신문")
    done = sandan("extract", inputs.folder / "c.html", "날씨.txt", *given)
    # An article without records is no failure.
    assert (done.returncode, done.stderr) == (0, "")
    rich, poor = done.stdout.removesuffix("\n\n").split("\n\n")
    assert rich.splitlines()[0] == f"c  {inputs.title}  (남동산업신문, 2024-05-30)"
    assert "1억500만원 = 105,000,000 KRW, grant" in rich
    assert "50억원 = 5,000,000,000 KRW, revenue, 2023" in rich
    assert poor == "날씨  오늘의 날씨  (남동산업신문, 2024-05-30)\n  no records"


def test_a_bad_input_is_told_on_standard_error_and_the_others_go_on(sandan, inputs):
    archive = (inputs.folder / "f.warc").read_bytes()
    done = sandan("extract", "--json", "absent.txt", "-", inputs.folder / "a.txt", stdin=archive)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["url"] for each in found] == [*inputs.urls, None]
    (error,) = done.stderr.splitlines()
    assert error.endswith(
        "absent.txt: expected a readable file, got: No such file or directory; check its name"
    )
    assert done.returncode == 1


def test_when_all_inputs_are_bad_the_exit_code_says_so(command, tmp_path):
    (tmp_path / "empty.txt").touch()
    done = command("extract", str(tmp_path / "absent.txt"), str(tmp_path / "empty.txt"))
    assert (done.code, done.out, len(done.err.splitlines())) == (3, "", 2)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(("--url", "http://a.example/1", "a", "b"), "give it with one FILE", id="url-of-two"),
        pytest.param(("--published", "작년", "a.txt"), "expected a day as 2018-05-30, got '작년'", id="day"),
        pytest.param((), "Missing argument 'FILE...'", id="nothing"),
        pytest.param(("--sites", "absent", "a.txt"), "absent: ", id="sites"),
        pytest.param(("--set", "delya=2", "a.txt"), 'flag: unknown setting "delya"; known: ', id="setting"),
        pytest.param(("--config", "absent.toml", "a.txt"), "absent.toml: expected a readable", id="config"),
    ],
)
def test_wrong_usage_is_told(command, arguments, message):
    done = command("extract", *arguments)
    assert done.code == 2
    assert message in done.err
    assert done.out == ""


def test_a_reader_who_has_seen_enough_is_no_error(inputs):
    command = Path(sys.executable).with_name("sandan")
    pipe = f"set -o pipefail; {command} extract --json {inputs.folder} | head -c 1"
    done = subprocess.run(["bash", "-c", pipe], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_behind_standard_output_is_told():
    command = Path(sys.executable).with_name("sandan")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([command, "settings"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (
        1,
        b"sandan: output: expected to go on, got: No space left on device\n",
    )


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not part of the project")
def test_the_seeds_come_whole(sandan):
    done = sandan("extract", "--json", *sorted(SEEDS.glob("*.txt")))
    assert (done.returncode, done.stderr) == (0, "")
    found = {each["id"][:3]: each for each in map(json.loads, done.stdout.splitlines())}
    assert list(found) == ["000", "001", "002", "003", "004"]
    assert found["000"]["figures"] == []


def test_what_a_terminal_obeys_is_not_printed(command, tmp_path):
    (tmp_path / "a.jsonl").write_text(
        '{"title": "붉은\\u001b[31m 글\\n둘째 줄\\u202e", "text": "예산은 3억원이다."}\n', "utf-8"
    )
    done = command("extract", str(tmp_path / "a.jsonl"))
    assert done.out.splitlines()[0].startswith("a:1  붉은 [31m 글 둘째 줄")
    assert not set(done.out) & set("\x1b\u202e")


def test_a_name_that_is_no_text_in_utf_8_is_read_all_the_same(command, tmp_path):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    Path(path).write_text("예산은 3억원이다.", "utf-8")
    for arguments in (("extract",), ("import", "--db", str(tmp_path / "a.db"), "--publisher", "\udcff")):
        assert command(*arguments, path).code == 0
