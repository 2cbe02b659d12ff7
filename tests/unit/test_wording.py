"""Sentences: the same placeholders in six languages, no verdicts, values that cannot turn a sentence around."""

import tomllib
from datetime import date

import pytest

from taazur.analysis import wording
from taazur.analysis.safeguards import safeguards
from taazur.analysis.verdicts import NOT_REVIEWED, VERDICTS
from taazur.analysis.wording import CLOSE, OPEN, banned, day, is_reviewed, language, placeholders, sentence, share
from taazur.graph.errors import QueryError
from taazur.graph.schema import LANGUAGES
from taazur.graph.vocabulary import VALUES

TABLES = sorted(name for name, value in language("en").items() if isinstance(value, dict))


def _plain(text: str) -> str:
    return text.replace(OPEN, "").replace(CLOSE, "")


def _all(lang: str) -> list[tuple[str, str]]:
    return [(f"{table}.{key}", text) for table in TABLES for key, text in language(lang)[table].items()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_says_the_same_things(lang: str) -> None:
    assert [name for name, _ in _all(lang)] == [name for name, _ in _all("en")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_template_has_the_same_placeholders_in_each_language(lang: str) -> None:
    english = {name: placeholders(text) for name, text in _all("en")}

    assert {name: placeholders(text) for name, text in _all(lang)} == english
    assert sum(map(len, english.values())) > 100


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_template_passes_a_verdict(lang: str) -> None:
    assert {name: found for name, text in _all(lang) if (found := banned(text, lang))} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_banned_word_is_found_where_it_stands(lang: str) -> None:
    words = tomllib.loads((wording.FOLDER / "banned.toml").read_text("utf-8"))[lang]

    assert all(word in banned(f"… {word.upper()}…", lang) for word in words)
    assert len(words) >= 12


def test_words_that_only_sound_alike_are_not_banned() -> None:
    assert banned("This may indicate a possible duplication of effort.", "en") == []
    assert banned("Un double emploi possible, sans obstacle", "fr") == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_template_is_empty_or_carries_controls_of_its_own(lang: str) -> None:
    assert [name for name, text in _all(lang) if not text.strip() and name != "words.between_items"] == []
    assert [name for name, text in _all(lang) if wording._CONTROLS.search(text)] == []


def test_every_value_that_a_result_may_have_has_its_word() -> None:
    en = language("en")

    assert en["strengths"].keys() == set(VALUES["COULD_MEET.strength"])
    assert en["presence"].keys() == set(VALUES["COULD_MEET.presence"])
    assert en["reviews"].keys() == {NOT_REVIEWED, *(said for of in VERDICTS.values() for said in of)}
    assert list(en["safeguards"]) == [one.id for one in safeguards()]
    assert set(VALUES["Need.kind"]) <= en["basis"].keys()


def test_what_was_given_is_reviewed_and_what_was_written_is_not() -> None:
    assert is_reviewed("overlap", "en")
    assert is_reviewed("overlap", "ar")
    assert not is_reviewed("specificity", "en")
    assert [language(lang)["reviewed"] for lang in ("fr", "es", "ru", "zh")] == [[], [], [], []]


def test_values_stand_in_isolates_and_bring_no_controls() -> None:
    said = sentence("old_record", "ar", date="\u202eabc\u2067")

    assert f"{OPEN}abc{CLOSE}" in said
    assert said.count(OPEN) == said.count(CLOSE) == 1


def test_a_brace_in_a_value_is_no_placeholder() -> None:
    assert "{who}" in sentence("old_record", "en", date="{who}")


@pytest.mark.parametrize(("lang", "shown"), [("en", "a; b"), ("fr", "a ; b"), ("ar", "a؛ b"), ("zh", "a；b")])
def test_a_list_is_joined_as_the_language_does(lang: str, shown: str) -> None:
    said = sentence("no_match", lang, removed=["a", "b"])

    assert shown in _plain(said)
    assert said.count(OPEN) == 3


@pytest.mark.parametrize(("value", "shown"), [(None, "not recorded"), ("", "not recorded"), ([], "none"), (0, "0")])
def test_nothing_has_a_word(value: object, shown: str) -> None:
    assert f"Set aside: {shown}." in _plain(sentence("no_match", "en", removed=value))


@pytest.mark.parametrize("given", [{}, {"date": "x", "more": "y"}])
def test_a_sentence_takes_exactly_its_values(given: dict) -> None:
    with pytest.raises(QueryError, match="the sentence takes date"):
        sentence("old_record", "en", **given)


def test_an_unknown_sentence_is_answered_with_the_nearest() -> None:
    with pytest.raises(QueryError, match='Did you mean "overlap"'):
        sentence("overlaps", "en")


def test_there_are_six_languages() -> None:
    with pytest.raises(QueryError, match="It may be en, fr, es, ar, ru, zh"):
        language("de")


@pytest.mark.parametrize(
    ("lang", "as_day", "as_month"),
    [
        ("en", "2 June 2020", "June 2020"),
        ("fr", "2 juin 2020", "juin 2020"),
        ("es", "2 de junio de 2020", "junio de 2020"),
        ("ru", "2 июня 2020", "июнь 2020"),
        ("zh", "2020年6月2日", "2020年6月"),
        ("ar", "2 يونيو 2020", "يونيو 2020"),
    ],
)
def test_a_date_shows_no_more_than_the_source_gives(lang: str, as_day: str, as_month: str) -> None:
    on = date(2020, 6, 2)

    assert (day(on, "day", lang), day(on, "month", lang)) == (as_day, as_month)
    assert day(on, "year", lang) == ("2020年" if lang == "zh" else "2020")


def test_a_date_that_is_not_known_is_not_recorded() -> None:
    assert day(None, "day", "en") == day(date(2020, 1, 1), "unknown", "en") == "not recorded"


def test_numbers_are_written_as_the_language_does() -> None:
    assert (share(0.5, "en"), share(0.5, "fr"), share(0.5, "ar")) == ("0.50", "0,50", "0.50")
