"""The words on a news page's buttons, stamps and section bars, as data.

A line's *key* is its letters alone, lower case: `댓글 0 | URL 복사` has the key `댓글url복사`. A line whose
key is a chain of these words says nothing. Words that news also uses (정보, 확대) stand within longer ones.
"""

import re

SIZES = """
가 가나다 글자 글씨 글꼴 폰트 폰트크기 크기 크게 작게 가장크게 가장작게 매우크게 매우작게 조금크게 조금작게
보통 기본 본문글씨 글씨키우기 글씨줄이기 본문글씨키우기 본문글씨줄이기 크기설정 크기조절 크기조정 크기변경
크기변경하기 크기확대 크기축소 설정 font size
"""
SHARING = """
공유 공유하기 기사공유 이기사를공유합니다 기사를공유합니다 공유버튼 소셜공유 다른공유찾기 으로 sns
sns기사보내기 기사보내기 보내기 퍼가기 페이스북 트위터 x트위터 엑스 카카오 카카오톡 카톡 카카오스토리 카스
네이버 네이버밴드 네이버블로그 밴드 블로그 라인 구글 구글플러스 핀터레스트 텔레그램 링크드인 인스타그램
유튜브 스레드 facebook twitter kakao kakaotalk kakaostory band line telegram instagram youtube naver
naverband naverblog linkedin threads googleplus pinterest x url 주소 링크 기사주소 기사링크 기사url 복사
복사하기 프린트 프린트하기 인쇄 인쇄하기 기사인쇄 스크랩 스크랩하기 기사스크랩 기사스크랩하기 메일 이메일
메일보내기 email mail print scrap copy 북마크 북마크하기 즐겨찾기 관심기사 좋아요 싫어요 like 추천 비추천
추천하기 댓글 댓글쓰기 댓글보기 댓글달기 댓글닫기 댓글영역 댓글로이동 나도한마디 엮인글 트랙백 신고 신고하기
조회 조회수 추천수 댓글수 개 건 hit hits
"""
READING = """
음성으로듣기 음성듣기 기사듣기 뉴스듣기 듣기 읽어주기 tts 번역 beta 번역설정 언어선택 다크모드 ai요약
ai기사요약 요약 요약보기 기사요약 자동요약 요약봇 세줄요약 핵심요약 숏뉴스 시계아이콘분초소요 분초소요
읽는시간 이미지 이미지확대 이미지확대보기 사진확대 확대보기 크게보기 사진크게보기 이미지크게보기 원본보기
사진 포토 photo image photoimage video 동영상 동영상보기 영상보기 기사영상 동영상뉴스 동영상고정취소
고정취소 고화질 표준화질 키보드컨트롤안내 키보드단축키안내 전체재생 재생 일시정지 팝업창닫기 로딩중
불러오는중 loading barprogress progress 기사원문 원문보기 기사원문보기 전문보기 본문보기 모바일보기 모바일웹
모바일 pc버전 pc보기
"""
MENUS = """
홈 home 홈으로 메뉴 전체메뉴 검색 검색창 검색창열기 검색하기 기사검색 통합검색 로그인 로그아웃 회원가입
마이페이지 구독 구독하기 구독신청 구독중 신문구독 기사구독 언론사구독 기자구독 기자페이지 팔로우 응원하기
후원하기 정기후원 정기후원하기 pdf 지면 지면a 지면b 지면c 지면d 지면보기 지면게재일 지면pdf 신문보기 면 판
종합 ad ads 광고 광고닫기 advertisement 닫기 열기 더보기 펼치기 접기 펼쳐보기 이전 다음 목록 목록보기
목록으로 위로 위로가기 맨위로 top 상단으로 처음으로 이전기사 다음기사 이전기사보기 다음기사보기 이전글
다음글 전체보기 바로가기 본문바로가기 본문내용바로가기 메뉴바로가기 메인메뉴바로가기 주메뉴바로가기
본문으로바로가기 본문으로이동 컨텐츠바로가기 콘텐츠바로가기 상태바 스크롤이동상태바 상단여백 여백 기사제보
제보 제보하기 기사문의 오탈자신고 기사오류신고 오류신고 확인 취소 버튼 저장 관리자 new up update
"""
STAMPS = """
기사입력 최초입력 입력 입력시간 수정 수정시간 수정일 등록 등록시간 등록일 등록일시 승인 최종수정 최종수정일
최종입력 최종업데이트 업데이트 최종편집 게재 게재일 게시 게시일 작성 작성일 작성자 글쓴이 송고 송고시간 발행
발행일 출고 보도일 배포일 배포일시 보도시점 신문게재일자 오전 오후 기자 기자명 updated
"""
# What readers press under an article; `좋아요` and `추천` also stand above it.
REACTIONS = """
화나요 슬퍼요 훈훈해요 후속기사원해요 후속기사를원해요 추가취재원해요 후속강추 감동이에요 감동이예요 기뻐요
기대해요 기대돼요 놀라워요 놀랐어요 웃겨요 재밌어요 유용해요 유익해요 공감해요 공감백배 흥미진진 쏠쏠정보
분석탁월 응원해요 속상해요 아쉬워요 불쾌해요 걱정돼요 최고예요 최고에요 좋아해요 나빠요 황당해요 힘내세요
"""
# Names of sections, which before a body are breadcrumbs: `홈 > 경제 > 산업`.
SECTIONS = """
홈 home 뉴스 news 전체 전체기사 최신기사 경제 경제일반 산업 산업일반 산업경제 기업 재계 중기 중소기업
중기벤처 벤처 스타트업 창업 증권 금융 부동산 생활경제 유통 자동차 건설 에너지 정치 정책 행정 자치 지방자치
지방 의회 외교 안보 사회 사회일반 교육 환경 복지 노동 문화 생활 라이프 건강 의료 바이오 헬스 제약 국제 세계
북한 전국 전국일반 지역 지역뉴스 지역경제 지역소식 종합 종합뉴스 과학 기술 it 테크 tech it과학 정보통신 통신
방송 반도체 전자 게임 모바일 소재 부품 소재부품 오피니언 사설 칼럼 기고 기자수첩 인터뷰 피플 사람들 인물
동정 인사 기획 기획특집 특집 기획연재 연재 스포츠 연예 포토 영상 속보 최신뉴스 기타 보도자료 브리핑 정책뉴스
기사 기사본문 본문 머니 비즈 비즈니스 economy business industry 서울 부산 대구 인천 광주 대전 울산 세종 경기
강원 충북 충남 전북 전남 경북 경남 제주 수도권 호남 영남 충청 대구경북 부산경남 광주전남 대전충남 경기인천
"""

NOT_LETTER = re.compile(r"[^가-힣A-Za-z]+")


def chain(*lists: str) -> re.Pattern[str]:
    """Return the pattern of one or more of the words, possessive so that a key costs but its length."""
    words = sorted({word for text in lists for word in text.split()}, key=lambda word: (-len(word), word))
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})++")


BUTTON = chain(SIZES, SHARING, READING, MENUS, STAMPS, REACTIONS)
REACTION = chain(REACTIONS)
BREADCRUMB = chain(SECTIONS)


def key(line: str) -> str:
    """Return a line's letters alone, in lower case: `댓글 0 | URL 복사` gives `댓글url복사`."""
    return NOT_LETTER.sub("", line).lower()
