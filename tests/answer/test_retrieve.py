"""Guards what is searched for: rare words always, common ones only where there is little else."""

from index.answer.retrieve import telling, weights


def test_a_common_word_is_left_out_of_a_large_index() -> None:
    frequency = {"year": 20_000, "Slovakia": 40, "gas": 900, "transit": 80}
    assert telling(frequency, 50_000) == ["Slovakia", "gas", "transit"]


def test_a_question_of_common_words_keeps_its_rarest() -> None:
    frequency = {"year": 20_000, "people": 15_000, "time": 18_000, "new": 25_000}
    assert telling(frequency, 50_000) == ["year", "people", "time"]


def test_a_small_index_is_searched_for_everything() -> None:
    assert telling({"year": 30, "people": 20, "time": 25, "new": 35}, 35) == ["year", "people", "time", "new"]


def test_the_rarer_word_weighs_more_and_none_is_below_zero() -> None:
    found = weights(("slovakia", "year"), [40, 50_000], 50_000)
    assert found["slovakia"] > found["year"] > 0
