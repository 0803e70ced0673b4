"""Words of the printed pieces in every language they come in."""

from __future__ import annotations

import tomllib

import pytest

from closet_app import paths
from closet_app.printing.care import care_of, care_words
from closet_app.printing.phrases import languages, load_phrases, phrases_for
from tests.printing.piece_table import PIECES, Filling, Piece
from tests.printing.pieces import words_of

FOREIGN = tuple(language for language in languages() if language != "en")


def own_words(language: str) -> dict[str, str]:
    path = paths.resources() / "print" / f"{language}.toml"
    words: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))["words"]
    return words


def spoken_part(phrase: str) -> str:
    """What is left of a phrase without its {fields} and stops."""
    outside = [part.partition("}")[2] for part in f"}}{phrase}".split("{")]
    return "".join(outside).strip(" .,!¡")


@pytest.mark.parametrize("language", FOREIGN)
def test_a_language_says_every_sentence_itself_with_the_same_fields(language: str) -> None:
    english, own = own_words("en"), own_words(language)
    assert own.keys() <= english.keys()
    sentences = {key for key, phrase in english.items() if spoken_part(phrase)}
    assert sentences - own.keys() == set()
    for key, phrase in own.items():
        fields = {part.partition("}")[0] for part in phrase.split("{")[1:]}
        wanted = {part.partition("}")[0] for part in english[key].split("{")[1:]}
        assert fields == wanted, key


@pytest.mark.parametrize("language", FOREIGN)
def test_care_is_said_for_every_fabric(language: str) -> None:
    table = tomllib.loads((paths.resources() / "print" / "care.toml").read_text(encoding="utf-8"))
    said = {care_of(fabric["words"][0], language) for fabric in table["fabric"]}
    assert len(said) == len(table["fabric"])
    assert all(care_of(fabric["words"][0]) not in said for fabric in table["fabric"])
    assert care_words([("Rock", "100 % silk")], language) == f"Rock: {care_of('silk', language)}."


@pytest.mark.parametrize(
    ("piece_id", "keys"),
    [
        ("slip", ("packing_slip", "packed_for", "from", "care", "paid")),
        ("gift slip", ("gift_note",)),
        ("invoice", ("invoice",)),
        ("card hand_note", ("scan_pieces_3", "ship_together")),
        ("card stitched", ("stitched_title",)),
        ("address label address-4x6", ("ship_to",)),
    ],
)
@pytest.mark.parametrize("language", FOREIGN)
def test_a_piece_is_written_in_the_buyers_language(
    piece_id: str, keys: tuple[str, ...], language: str
) -> None:
    piece: Piece = next(each for each in PIECES if each.id == piece_id)
    pdf, made = piece.printed(Filling(language=language))
    words = " ".join(words_of(pdf, page) for page in range(made.pages))
    for key in keys:
        assert load_phrases(language).say(key) in words
        assert load_phrases("en").say(key) not in words


def test_a_locale_finds_its_language_and_an_unknown_one_the_sellers() -> None:
    german = load_phrases("de")
    assert phrases_for("de-AT", load_phrases()) is german
    assert phrases_for("xx", german) is german
