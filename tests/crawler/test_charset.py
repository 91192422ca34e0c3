import pytest

from crawler import decode

SENTENCE = "구미국가산업단지의 똠방각하 쀼쀼 업체 12곳이 2천만원씩을 보탰다. "
SIZES = {"short": 1, "middle": 30, "long": 1000}
META = '<html><head><meta charset="{}"><meta name="description" content="{}'


def page(encoding: str, declared: str | None, size: int, *, cut: bool = False) -> tuple[bytes, str]:
    """Return a page and the text it should give; a cut one has half a letter in its description."""
    head = META.format(declared, "설명") if declared else '<html><head><meta name="description" content="설명'
    body = f'"></head><body>{SENTENCE * size}</body></html>'
    broken = "가".encode(encoding)[:-1] if cut else b""
    return head.encode(encoding) + broken + body.encode(encoding), head + "\ufffd" * cut + body


# Eleven defects of Korean pages that general libraries get wrong: codec, label in the meta, in the header.
DEFECTS = {
    "clean utf-8": ("utf-8", "utf-8", "utf-8", False),
    "clean euc-kr": ("cp949", "euc-kr", "euc-kr", False),
    "cp949 letters labelled ks_c_5601-1987": ("cp949", "ks_c_5601-1987", None, False),
    "utf-8 with half a letter": ("utf-8", "utf-8", None, True),
    "euc-kr with half a letter": ("cp949", "euc-kr", None, True),
    "cp949, the header says utf-8": ("cp949", "euc-kr", "utf-8", False),
    "cp949, the meta says utf-8": ("cp949", "utf-8", None, False),
    "cp949 labelled x-windows-949": ("cp949", "x-windows-949", "x-windows-949", False),
    "cp949 undeclared": ("cp949", None, None, False),
    "utf-8 labelled euc-kr": ("utf-8", "euc-kr", "euc-kr", False),
    "cp949 labelled iso-8859-1": ("cp949", "iso-8859-1", "iso-8859-1", False),
}


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize(("codec", "meta", "header", "cut"), DEFECTS.values(), ids=DEFECTS)
def test_no_defect_costs_more_than_its_letter(codec, meta, header, cut, size):
    body, text = page(codec, meta, size, cut=cut)
    decoded = decode(body, header)
    assert decoded.text == text
    assert (decoded.encoding, decoded.declared, decoded.replaced) == (codec, header or meta, int(cut))


@pytest.mark.parametrize(
    ("body", "declared", "text", "encoding"),
    [
        pytest.param("한글".encode("utf-8-sig"), None, "한글", "utf-8", id="utf-8 with its mark"),
        pytest.param("한글".encode("utf-16"), "euc-kr", "한글", "utf-16-le", id="utf-16, little end first"),
        pytest.param(
            b"\xfe\xff" + "한글".encode("utf-16-be"), None, "한글", "utf-16-be", id="utf-16, big end first"
        ),
        pytest.param("한글 뷁".encode("cp949"), "no-such-charset", "한글 뷁", "cp949", id="unknown label"),
        pytest.param("한글".encode("cp949"), "base64", "한글", "cp949", id="a label of no charset"),
        pytest.param("café".encode("latin-1"), "iso-8859-1", "café", "iso8859-1", id="another language"),
        pytest.param(b"", None, "", "utf-8", id="nothing"),
        pytest.param(
            b'<?xml version="1.0" encoding="euc-kr"?>' + "한글".encode("cp949"),
            None,
            '<?xml version="1.0" encoding="euc-kr"?>한글',
            "cp949",
            id="an XML declaration",
        ),
    ],
)
def test_other_bytes(body, declared, text, encoding):
    decoded = decode(body, declared)
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_a_page_of_broken_bytes_keeps_what_is_whole():
    body = b"\xb0" * 9 + " 대구성서산업단지 클러스터추진단이 기업을 모았다 ".encode("cp949") + b"\xff\xfe\xff"
    decoded = decode(body, "euc-kr")
    assert "클러스터추진단이 기업을 모았다" in decoded.text
    assert decoded.replaced > 0
