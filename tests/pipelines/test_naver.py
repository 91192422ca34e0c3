"""A night with Naver's search: one server on loopback is the paper and the service."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest

from pipelines.naver import SITE, naver_key
from pipelines.store import open_db
from schema import SettingsError

PAPER = """
publisher = "남동산업신문"
home      = "{home}"
[url]
article   = '^/news/(?P<id>\\d+)'
canonical = "/news/{{id}}"
"""
PAGE = "<html><meta charset=utf-8><title>{0}</title><h1>{0}</h1><article>{1}</article></html>"
PARAGRAPH = "<p>인천 {}의 한빛정밀이 시제품을 내놓았다고 30일 밝혔다. 회원사는 81개이며 금형을 만든다.</p>"
PAGES = {
    "/news/1": PAGE.format("남동산단 금형 업체", PARAGRAPH.format("남동산단") * 3),
    "/news/2": PAGE.format("프로야구 개막", PARAGRAPH.format("잠실") * 3),
}
API = "/v1/search/news.json"


@pytest.fixture
def world(tmp_path):
    """Give a paper of two articles that no source of its own names, and Naver, which names them."""
    told = SimpleNamespace(asked=[], home="")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            told.asked.append(self.path)
            if self.path.startswith(API):
                self.answer_search()
            else:
                self.reply(PAGES.get(self.path, ""), status=200 if self.path in PAGES else 404)

        def answer_search(self):
            if self.headers["X-Naver-Client-Secret"] != "secret":
                return self.reply('{"errorMessage": "인증에 실패했습니다.", "errorCode": "024"}', status=401)
            query = parse_qs(urlsplit(self.path).query)["query"][0]
            date = "Wed, 30 May 2018 09:12:00 +0900"
            urls = [f"{told.home}/news/1?utm=naver", f"{told.home}/news/2", "http://other.example/5"]
            items = [{"title": f"<b>{query}</b>", "originallink": url, "pubDate": date} for url in urls]
            return self.reply(json.dumps({"total": 3, "start": 1, "display": 3, "items": items}))

        def reply(self, text, *, status=200):
            body = text.encode()
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.home = f"http://127.0.0.1:{server.server_port}"
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites/namdong.toml").write_text(PAPER.format(home=told.home), "utf-8")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield told
    server.shutdown()
    server.server_close()
    thread.join()


def spend(sandan, world, *, secret="secret"):
    settings = [f"naver={world.home}{API}", "queries=산단,공단", "delay=0"]
    options = [part for setting in settings for part in ("--set", setting)]
    return sandan("crawl", "--sites", "sites", *options, NAVER_CLIENT_ID="id", NAVER_CLIENT_SECRET=secret)


def test_what_naver_names_of_declared_papers_is_fetched_and_judged(sandan, world, tmp_path):
    done = spend(sandan, world)
    assert done.returncode == 0, done.stderr
    assert "2 articles are of papers without a site file, most of other.example 2" in done.stderr
    assert [path for path in world.asked if path.startswith("/news")] == ["/news/1", "/news/2"]
    with open_db(tmp_path / "news.db") as db:
        [article] = db.table("articles").rows
        assert (article["id"], article["published_from"]) == ("namdong:1", "naver")
        assert article["published"] == "2018-05-30T09:12:00+09:00"
        outcomes = {
            row["url"][-1]: row["outcome"] for row in db.table("pages").rows_where("role = 'article'")
        }
        assert outcomes["1"] == "article"
        assert outcomes["2"].startswith("OffTopic: ")
        runs = {row["site"]: row for row in db.table("run_sites").rows}
        assert (runs[SITE]["found"], runs[SITE]["known"]) == (2, 0)
        assert (runs["namdong"]["parsed"], runs["namdong"]["off_topic"], runs["namdong"]["refused"]) == (
            1,
            1,
            0,
        )
        sources = [(row["role"], row["links"], row["failure"]) for row in db.table("run_sources").rows]
        assert sources == [("naver", 2, None)] * 2
    again = spend(sandan, world)
    assert again.returncode == 0, again.stderr
    assert "openapi.naver.com: found 2, known 2" in again.stderr


def test_a_wrong_key_is_a_failed_source_and_costs_the_night_nothing_else(sandan, world, tmp_path):
    (tmp_path / "list.txt").write_text(f"{world.home}/news/1\n")
    assert sandan("import", "list.txt", "--sites", "sites", "--set", "ner=none").returncode == 0
    done = spend(sandan, world, secret="wrong-one")
    assert done.returncode == 1, done.stderr
    assert "HTTP 401 024: 인증에 실패했습니다." in done.stderr
    assert "wrong-one" not in done.stderr
    with open_db(tmp_path / "news.db") as db:
        assert db.table("articles").count == 1
    assert len([path for path in world.asked if path.startswith(API)]) == 1


def test_half_a_key_is_told_before_the_night(monkeypatch):
    monkeypatch.setenv("NAVER_CLIENT_ID", "id")
    monkeypatch.delenv("NAVER_CLIENT_SECRET", raising=False)
    with pytest.raises(
        SettingsError, match="expected NAVER_CLIENT_ID and NAVER_CLIENT_SECRET, got the first alone"
    ):
        naver_key()
    monkeypatch.delenv("NAVER_CLIENT_ID")
    assert naver_key() is None
