from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.scoring import TYPES, Outcome, score
from schema import (
    Cluster,
    ClusterKind,
    Complex,
    Count,
    CountWhat,
    Figure,
    FigureKind,
    Gold,
    Member,
    Organization,
    OrganizationType,
    Person,
    Records,
)

EMPTY = Records()


def gold(records: Records, *, optional: Records = EMPTY) -> Gold:
    return Gold("a", "", "", None, None, None, records, optional, None)


def outcome(type_: str, found: Records, wanted: Records, *, optional: Records = EMPTY) -> Outcome:
    return score(found, gold=gold(wanted, optional=optional))[TYPES.index(type_)]


def tally(each: Outcome) -> tuple[int, int, int]:
    return len(each.right), len(each.missed), len(each.wrong)


def park(name: str, *surface: str) -> Complex:
    return Complex(name, surface or (name,), ())


def cluster(name: str, *surface: str, kind: ClusterKind = "mini_cluster") -> Cluster:
    return Cluster(name, kind, surface or (name,), None, ())


def firm(name: str, *surface: str, type_: OrganizationType = "company") -> Organization:
    return Organization(name, type_, surface or (name,), ())


def money(
    least: int, *, kind: FigureKind = "grant", recipient: str | None = None, year: int | None = None
) -> Figure:
    return Figure(f"{least}원", least, least, "KRW", "exact", kind, recipient, None, year, ())


def count(value: int, *, what: CountWhat = "companies") -> Count:
    return Count(f"{value}개", value, what, None, ())


def people(*each: Person) -> Records:
    return Records(people=each)


@pytest.mark.parametrize(
    ("type_", "found", "wanted"),
    [
        pytest.param(
            "complexes",
            Records(complexes=(park("남동공단"),)),
            Records(complexes=(park("남동국가산업단지", "남동산단"),)),
            id="complex-by-surface-without-ending",
        ),
        pytest.param(
            "clusters",
            Records(clusters=(cluster("친환경나노 MC"),)),
            Records(clusters=(cluster("친환경나노", "친환경나노 미니클러스터"),)),
            id="cluster-without-ending",
        ),
        pytest.param(
            "organizations",
            Records(organizations=(firm("산단공 대경본부"),)),
            Records(organizations=(firm("한국산업단지공단 대경본부"),)),
            id="organization-by-abbreviation",
        ),
        pytest.param(
            "companies",
            Records(organizations=(firm("㈜가람테크"),)),
            Records(organizations=(firm("가람테크"),)),
            id="company-without-mark",
        ),
        pytest.param(
            "members",
            Records(
                (),
                (cluster("운송장비 미클"),),
                (firm("산단공"),),
                members=(Member("산단공", "운송장비 미클", ()),),
            ),
            Records(
                (),
                (cluster("운송장비"),),
                (firm("한국산업단지공단 본사", "산단공"),),
                members=(Member("한국산업단지공단 본사", "운송장비", ()),),
            ),
            id="member-by-any-spelling-of-both-ends",
        ),
        pytest.param(
            "people",
            people(Person("이한솔", None, None, ())),
            people(Person("이 한솔", "가람테크", "대표", ())),
            id="person-by-name",
        ),
    ],
)
def test_spellings_of_one_thing_match(type_: str, found: Records, wanted: Records) -> None:
    assert tally(outcome(type_, found, wanted)) == (1, 0, 0)


@pytest.mark.parametrize(
    ("found", "wanted", "expected"),
    [
        pytest.param((money(100),), (money(200),), (0, 1, 1), id="other-amount"),
        pytest.param((replace(money(100), currency="USD"),), (money(100),), (0, 1, 1), id="other-currency"),
        pytest.param((replace(money(100), max=None),), (money(100),), (0, 1, 1), id="open-end"),
        pytest.param((money(100), money(100)), (money(100),), (1, 0, 1), id="said-twice-is-wrong-once"),
        pytest.param((money(100),), (money(100), money(100)), (1, 1, 0), id="two-of-one-amount"),
        pytest.param(
            (replace(money(100), qualifier="approx"),), (money(100),), (1, 0, 0), id="qualifier-no-key"
        ),
    ],
)
def test_figures_match_by_amount(
    found: tuple[Figure, ...], wanted: tuple[Figure, ...], expected: tuple[int, int, int]
) -> None:
    assert tally(outcome("figures", Records(figures=found), Records(figures=wanted))) == expected


def test_matching_is_as_large_as_can_be() -> None:
    found = Records(organizations=(firm("가람", "나래"), firm("가람")))
    wanted = Records(organizations=(firm("가람"), firm("나래")))
    assert tally(outcome("organizations", found, wanted)) == (2, 0, 0)
    assert tally(outcome("organizations", wanted, found)) == (2, 0, 0)


def test_an_entry_matches_once() -> None:
    found = Records(organizations=(firm("가람", "나래"),))
    wanted = Records(organizations=(firm("가람"), firm("나래")))
    assert tally(outcome("organizations", found, wanted)) == (1, 1, 0)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param((), (0, 1, 0), id="an-optional-one-is-not-missed"),
        pytest.param((count(7),), (0, 1, 0), id="nor-right-nor-wrong-when-found"),
        pytest.param((count(7), count(7)), (0, 1, 1), id="but-excuses-one-only"),
        pytest.param((count(5), count(7)), (1, 0, 0), id="beside-a-required-one"),
    ],
)
def test_optional_entries_count_neither_way(found: tuple[Count, ...], expected: tuple[int, int, int]) -> None:
    wanted, optional = Records(counts=(count(5),)), Records(counts=(count(7),))
    assert tally(outcome("counts", Records(counts=found), wanted, optional=optional)) == expected


def test_required_entries_are_matched_before_optional_ones() -> None:
    found = Records(figures=(money(5, kind="loan"), money(5)))
    wanted, optional = Records(figures=(money(5),)), Records(figures=(money(5, kind="loan"), money(5)))
    each = outcome("figures", found, wanted, optional=optional)
    assert tally(each) == (1, 0, 0)
    assert all(verdict.right for verdict in each.verdicts)


def test_equal_values_are_paired_by_their_attributes() -> None:
    wanted = (count(18, what="mini_clusters"), count(18), count(18, what="people"))
    found = (wanted[2], wanted[0], wanted[1])
    each = outcome("counts", Records(counts=found), Records(counts=wanted))
    assert all(verdict.right for verdict in each.verdicts)


def verdicts(type_: str, found: Records, wanted: Records) -> dict[str, bool]:
    return {each.attribute: each.right for each in outcome(type_, found, wanted).verdicts}


def test_attributes_that_name_entries_compare_by_any_spelling() -> None:
    wanted = Records(
        organizations=(firm("한국산업단지공단 대구경북지역본부", "산단공 대경본부"),),
        people=(Person("이한솔", "한국산업단지공단 대구경북지역본부", "본부장", ()),),
        figures=(money(5, recipient="한국산업단지공단 대구경북지역본부"),),
    )
    found = Records(
        organizations=(firm("산단공 대경본부"),),
        people=(Person("이한솔", "산단공 대경본부", "본부장", ()),),
        figures=(money(5, recipient="한국산업단지공단 대경본부"),),
    )
    assert verdicts("people", found, wanted) == {"organization": True, "role": True}
    assert verdicts("figures", found, wanted)["recipient"]


@pytest.mark.parametrize(
    ("found", "attribute"),
    [
        pytest.param(money(5, kind="loan", year=2018), "kind", id="kind"),
        pytest.param(money(5), "year", id="year-missing"),
        pytest.param(money(5, recipient="누리", year=2018), "recipient", id="recipient-where-there-is-none"),
        pytest.param(replace(money(5, year=2018), qualifier="approx"), "qualifier", id="qualifier"),
        pytest.param(replace(money(5, year=2018), provider="누리"), "provider", id="provider"),
    ],
)
def test_a_wrong_attribute_is_told(found: Figure, attribute: str) -> None:
    told = verdicts("figures", Records(figures=(found,)), Records(figures=(money(5, year=2018),)))
    assert [name for name, right in told.items() if not right] == [attribute]


@pytest.mark.parametrize(
    ("found", "wanted", "optional", "expected"),
    [
        pytest.param(
            (firm("가람", type_="agency"),), (firm("가람"),), (), (0, 1, 0), id="missed-by-gold-type"
        ),
        pytest.param(
            (firm("가람"),), (firm("가람", type_="agency"),), (), (0, 0, 1), id="wrong-by-found-type"
        ),
        pytest.param(
            (firm("가람"),), (), (firm("가람", type_="agency"),), (0, 0, 0), id="excused-by-any-optional"
        ),
    ],
)
def test_companies_are_a_type_of_their_own(
    found: tuple[Organization, ...],
    wanted: tuple[Organization, ...],
    optional: tuple[Organization, ...],
    expected: tuple[int, int, int],
) -> None:
    each = outcome(
        "companies",
        Records(organizations=found),
        Records(organizations=wanted),
        optional=Records(organizations=optional),
    )
    assert tally(each) == expected


def one_of(literal: object) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(literal))


NAME = st.sampled_from(["가람", "나래공단", "누리 MC", "산단공", "㈜한빛", "TP"])
SURFACE = st.lists(NAME, min_size=1, max_size=2).map(tuple)
NOTHING: st.SearchStrategy[tuple[()]] = st.just(())
ENTRIES = {
    "complexes": st.builds(Complex, NAME, SURFACE, NOTHING),
    "clusters": st.builds(Cluster, NAME, one_of(ClusterKind), SURFACE, st.none(), NOTHING),
    "organizations": st.builds(Organization, NAME, one_of(OrganizationType), SURFACE, NOTHING),
    "people": st.builds(Person, NAME, st.none() | NAME, st.none() | NAME, NOTHING),
    "figures": st.builds(money, st.integers(1, 2), kind=one_of(FigureKind), recipient=st.none() | NAME),
    "counts": st.builds(count, st.integers(1, 2), what=one_of(CountWhat)),
    "members": st.builds(Member, NAME, NAME, NOTHING),
}
RECORDS = st.builds(
    Records, **{name: st.lists(each, max_size=4).map(tuple) for name, each in ENTRIES.items()}
)


@given(RECORDS, RECORDS)
def test_gold_against_itself_is_flawless(required: Records, optional: Records) -> None:
    both = Records(**{name: getattr(required, name) + getattr(optional, name) for name in ENTRIES})
    for each in score(both, gold=gold(required, optional=optional)):
        assert (each.missed, each.wrong) == ((), ())
        assert all(verdict.right for verdict in each.verdicts)


@given(RECORDS, RECORDS, RECORDS)
def test_every_required_entry_is_right_or_missed(
    found: Records, required: Records, optional: Records
) -> None:
    for each in score(found, gold=gold(required, optional=optional)):
        if each.type != "companies":
            assert len(each.right) + len(each.missed) == len(getattr(required, each.type))
            assert len(each.right) + len(each.wrong) <= len(getattr(found, each.type))
