"""Whether an article is of the topic: which words, in its title or text, make it one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from schema import Article, OffTopic

# A space in a word stands for any spacing, or none: 산업 단지 is 산업단지 too.
TOPIC = (
    "산업 단지",
    "산단",
    "공단",
    "농공 단지",
    "특화 단지",
    "클러스터",
    "테크노 파크",
    "테크노 밸리",
    "지식산업센터",
    "산학융합",
    "자유무역지역",
    "경제자유구역",
    "연구개발특구",
    "규제자유특구",
)
# A public body that calls itself 공단 runs no industrial complex; the one that does is 한국산업단지공단,
# which 산업 단지 finds.
NOT_TOPIC = (
    "건강보험 공단",
    "건보 공단",
    "국민연금 공단",
    "연금 공단",
    "근로복지 공단",
    "시설관리 공단",
    "시설 공단",
    "환경 공단",
    "교통안전 공단",
    "도로교통 공단",
    "국가철도 공단",
    "에너지 공단",
    "산업인력 공단",
    "국립공원 공단",
    "장애인고용 공단",
    "소상공인시장진흥 공단",
    "안전보건 공단",
    "가스안전 공단",
    "해양환경 공단",
    "법률구조 공단",
    "체육진흥 공단",
    "원자력환경 공단",
    "승강기안전 공단",
    "어촌어항 공단",
    "우체국물류지원 공단",
    "보훈복지의료 공단",
    "클러스터 감염",
    "감염 클러스터",
    "클러스터 폭탄",
    "클러스터 탄",
    "서버 클러스터",
    "쿠버네티스 클러스터",
)


@dataclass(frozen=True, slots=True)
class Topic:
    """The words that make an article one of the topic, and the phrases in which they do not count.

    One in the title or subtitle is enough; else the text must have them `times` times. Without words every
    article is of the topic.
    """

    words: tuple[str, ...]
    exceptions: tuple[str, ...] = ()
    times: int = 1

    def demand(self, article: Article) -> None:
        """Raise OffTopic, with what was looked for and found, for an article that is not of the topic."""
        if not self.words or self._found(f"{article.title}\n{article.subtitle}"):
            return
        found = self._found(article.text)
        if len(found) < self.times:
            said = f"has {', '.join(found)}" if found else "has none"
            raise OffTopic(
                f"{article.url or article.id}: expected a word of the setting `topic` in the title,"
                f" or {self.times} in the text; the title has none, the text {said}"
            )

    def _found(self, text: str) -> list[str]:
        """Return each place where a word stands, as printed: `남동산단의 공단` has 산단 and 공단."""
        left = pattern_of(self.exceptions).sub("\n", text) if self.exceptions else text
        return [match.group() for match in pattern_of(self.words).finditer(left)]


EVERYTHING = Topic(())


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds the words, the longest first, in any spacing and case."""
    longest = sorted(words, key=len, reverse=True)
    return re.compile("|".join(r"\s*".join(map(re.escape, word.split())) for word in longest), re.IGNORECASE)
