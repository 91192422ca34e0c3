"""The client of Naver's news search against a server on loopback that speaks its protocol."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from crawler import NaverKey, search_naver

KEY = NaverKey("id-1", "secret-1")
TOO_FAST = (429, "012", "Rate limit exceeded. (속도 제한을 초과했습니다.)")
SPENT = (429, "010", "Query limit exceeded. (쿼리 한도를 초과했습니다.)")
BROKEN = (500, "SE99", "System Error (시스템 에러)")


class Naver:
    """What the service knows and refuses; `refusals` come first, one a call."""

    def __init__(self, total=250, quota=25_000):
        self.total, self.quota = total, quota
        self.refusals, self.calls, self.url = [], [], ""

    def answer(self, path, headers):
        asked = {name: values[0] for name, values in parse_qs(urlsplit(path).query).items()}
        self.calls.append(asked)
        if (headers["X-Naver-Client-Id"], headers["X-Naver-Client-Secret"]) != (KEY.id, KEY.secret):
            return self.refuse(
                401, "024", "NID AUTH Result Invalid (1000) : Authentication failed. (인증에 실패했습니다.)"
            )
        if self.refusals:
            return self.refuse(*self.refusals.pop(0))
        if len(self.calls) > self.quota:
            return self.refuse(*SPENT)
        if not asked.get("query"):
            return self.refuse(400, "SE01", "Incorrect query request (잘못된 쿼리요청입니다.)")
        display, start = int(asked.get("display", 10)), int(asked.get("start", 1))
        if not 1 <= display <= 100:
            return self.refuse(400, "SE02", "Invalid display value (부적절한 display 값입니다.)")
        if not 1 <= start <= 1000:
            return self.refuse(400, "SE03", "Invalid start value (부적절한 start 값입니다.)")
        if asked.get("sort", "sim") not in {"sim", "date"}:
            return self.refuse(400, "SE04", "Invalid sort value (부적절한 sort 값입니다.)")
        numbers = range(start, min(start + display, self.total + 1))
        items = [
            {
                "title": f"<b>{asked['query']}</b> 소식 &quot;{n}&quot; &amp; 사람",
                "originallink": "" if n == 2 else f"http://paper.example/news/{n}",
                "link": f"https://n.news.naver.com/mnews/article/030/{n}?sid=101",
                "description": "요약",
                "pubDate": "Wed, 30 May 2018 09:12:00 +0900",
            }
            for n in numbers
        ]
        return 200, {"total": self.total, "start": start, "display": len(items), "items": items}

    def refuse(self, status, code, message):
        return status, {"errorMessage": message, "errorCode": code}


@contextmanager
def serving(naver):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            status, entry = naver.answer(self.path, self.headers)
            body = entry if isinstance(entry, bytes) else json.dumps(entry, ensure_ascii=False).encode()
            self.send_response(status)
            if status == 302:
                self.send_header("Location", "/elsewhere")
            self.send_header("Content-Type", "application/json;charset=UTF-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    naver.url = f"http://127.0.0.1:{server.server_port}/v1/search/news.json"
    try:
        yield naver
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def naver():
    with serving(Naver()) as service:
        yield service


def search(naver, *queries, key=KEY, **options):
    pauses = []
    found = list(search_naver(queries, key=key, endpoint=naver.url, pause=pauses.append, **options))
    return found, pauses


def test_a_query_gives_all_its_links_newest_first(naver):
    [found], _ = search(naver, "산업 단지")
    assert [call["start"] for call in naver.calls] == ["1", "101", "201"]
    assert {(call["query"], call["display"], call["sort"]) for call in naver.calls} == {
        ("산업 단지", "100", "date")
    }
    assert (len(found.links), found.failure) == (250, "")
    first, second = found.links[:2]
    assert (first.url, first.title) == ("http://paper.example/news/1", '산업 단지 소식 "1" & 사람')
    assert (first.published.at.isoformat(), first.published.rung) == ("2018-05-30T09:12:00+09:00", "naver")
    assert second.url == "https://n.news.naver.com/mnews/article/030/2?sid=101", "an article of Naver's alone"


def test_no_more_is_asked_than_the_service_allows(naver):
    naver.total = 2_566_589
    [found], _ = search(naver, "산단")
    assert (len(naver.calls), naver.calls[-1]["start"], len(found.links)) == (10, "901", 1000)
    assert found.failure == ""


def test_what_is_known_ends_a_query_and_not_the_next(naver):
    found, _ = search(naver, "산단", "공단", old=lambda links: links[0].url.endswith("/101"))
    assert [(len(each.links), each.failure) for each in found] == [(200, ""), (200, "")]


@pytest.mark.parametrize(
    ("refusals", "failure", "calls", "pauses"),
    [
        pytest.param([TOO_FAST], "", 4, [1.0], id="too fast once"),
        pytest.param([BROKEN, BROKEN], "", 5, [1.0, 2.0], id="broken twice"),
        pytest.param([TOO_FAST] * 3, f"HTTP 429 012: {TOO_FAST[2]}", 3, [1.0, 2.0], id="too fast for ever"),
        pytest.param([BROKEN] * 3, f"HTTP 500 SE99: {BROKEN[2]}", 3, [1.0, 2.0], id="broken for ever"),
        pytest.param([SPENT], f"HTTP 429 010: {SPENT[2]}", 1, [], id="quota"),
        pytest.param([(403, "", "")], "HTTP 403", 1, [], id="forbidden"),
        pytest.param(
            [(404, "SE05", "Invalid search api")], "HTTP 404 SE05: Invalid search api", 1, [], id="no api"
        ),
        pytest.param([(302, "", "")], "HTTP 302", 1, [], id="the key follows no redirect"),
        pytest.param(
            [(400, "SE06", "Malformed encoding")], "HTTP 400 SE06: Malformed encoding", 1, [], id="query"
        ),
    ],
)
def test_each_refusal_is_told_as_what_it_is(naver, refusals, failure, calls, pauses):
    naver.refusals = list(refusals)
    [found], paused = search(naver, "산단")
    assert (found.failure, len(naver.calls), paused) == (failure, calls, pauses)
    assert len(found.links) == (0 if failure else 250)


def test_a_wrong_key_ends_the_search_and_is_in_no_message(naver):
    found, _ = search(naver, "산단", "공단", key=NaverKey("id-1", "wrong-secret"))
    assert len(found) == len(naver.calls) == 1
    assert found[0].failure.startswith("HTTP 401 024: NID AUTH Result Invalid")
    assert "wrong-secret" not in repr(found) + repr(NaverKey("a", "wrong-secret"))


def test_a_bad_query_costs_itself_alone(naver):
    found, _ = search(naver, "", "산단")
    assert [(len(each.links), each.failure[:13]) for each in found] == [(0, "HTTP 400 SE01"), (250, "")]


def test_a_quota_spent_on_the_way_keeps_what_came_before(naver):
    naver.quota = 2
    found, _ = search(naver, "산단", "공단")
    assert [(len(each.links), each.failure[:12]) for each in found] == [(200, "HTTP 429 010")]


@pytest.mark.parametrize("body", [b"<html>", b"[]", b'{"items": 5}', b"[" * 100_000, b""])
def test_what_is_no_answer_of_the_service_is_told(naver, body):
    naver.answer = lambda path, headers: (200, body)
    found, pauses = search(naver, "산단", "공단")
    assert [each.failure[:29] for each in found] == ["expected JSON with items, got"] * 2
    assert pauses == [1.0, 2.0] * 2


def test_entries_without_their_parts_are_no_error(naver):
    items = [{"title": None, "link": 5}, "글", {"originallink": "http://paper.example/1", "pubDate": "어제"}]
    naver.answer = lambda path, headers: (200, {"items": items})
    [found], _ = search(naver, "산단")
    assert [(link.url, link.published) for link in found.links] == [
        ("", None),
        ("http://paper.example/1", None),
    ]


def test_a_service_that_is_down_is_told_after_three_tries(naver):
    naver.url = "http://127.0.0.1:9/v1/search/news.json"
    found, pauses = search(naver, "산단", "공단")
    assert [each.failure for each in found] == ["refused"]
    assert pauses == [1.0, 2.0]
