import pytest

from pipelines.topic import EVERYTHING, NOT_TOPIC, TOPIC, Topic
from schema import Article, OffTopic

DEFAULT = Topic(TOPIC, NOT_TOPIC)


def is_on(topic, *, title="", text=""):
    try:
        topic.demand(Article("a:1", text, title, url="http://paper.example/1"))
    except OffTopic:
        return False
    return True


@pytest.mark.parametrize(
    ("title", "text", "on"),
    [
        pytest.param("남동산단 금형 업체 지원", "", True, id="title"),
        pytest.param("금형 업체 지원", "인천 남동산업단지에 있다.", True, id="text"),
        pytest.param("금형 업체 지원", "남동 산업 단지에 있다.", True, id="spaced"),
        pytest.param("금형 업체 지원", "남동공단에 있다.", True, id="old name"),
        pytest.param("충북테크노파크 공모", "", True, id="techno park"),
        pytest.param("부산 단체장 회의", "부산 단체장들이 모였다.", False, id="letters over a space"),
        pytest.param("건강보험료 오른다", "국민건강보험공단은 30일 밝혔다.", False, id="another 공단"),
        pytest.param("건강보험료 오른다", "국민건강보험 공단과 한국산업단지공단은", True, id="both"),
        pytest.param("교회 클러스터 감염", "클러스터 감염이 늘었다.", False, id="another cluster"),
        pytest.param("프로야구 개막", "잠실에서 열렸다.", False, id="none"),
    ],
)
def test_which_articles_are_of_the_topic(title, text, on):
    assert is_on(DEFAULT, title=title, text=text) is on


def test_a_text_may_need_more_than_one_word():
    topic = Topic(("산단", "클러스터"), times=2)
    assert not is_on(topic, text="구미 산단에서 열렸다.")
    assert is_on(topic, text="구미 산단의 클러스터가 열렸다.")
    assert is_on(topic, title="구미 산단")


def test_the_refusal_says_what_was_looked_for_and_found():
    with pytest.raises(
        OffTopic, match=r"paper\.example/1: expected a word .* or 2 in the text; .* the text has 산단$"
    ):
        Topic(("산단",), times=2).demand(Article("a:1", "구미 산단", "제목", url="http://paper.example/1"))


def test_without_words_every_article_is_of_the_topic():
    assert is_on(EVERYTHING, title="프로야구 개막")


def test_latin_words_are_found_in_any_case():
    assert is_on(Topic(("R&D cluster",)), text="r&d  Cluster")
