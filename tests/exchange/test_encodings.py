from __future__ import annotations

from pathlib import Path

import pytest

from closet_app.exchange.encodings import encoding_of
from closet_app.exchange.sheet import ReadOptions, SheetRow
from closet_app.exchange.tables_in import open_sheet

FRENCH = "SKU,Title,Brand\n1,Robe d’été légère,Sézane\n2,Chemise à carreaux – “neuve”,Chloé\n"
KOREAN = "SKU,Title,Brand\n1,빈티지 리바이스 청자켓 재킷,무신사\n2,크림색 원피스 봄 여름,아더에러\n"
JAPANESE = (
    "SKU,Title,Brand\n1,ヴィンテージ着物 羽織 シルク,ユニクロ\n2,春の青いワンピース,無印良品\n"
)
RUSSIAN = (
    "SKU,Title,Brand\n1,Красное летнее платье в цветочек,Манго\n2,Синяя юбка до колена,Манго\n"
)


def titles(path: Path, options: ReadOptions = ReadOptions()) -> list[object]:  # noqa: B008 - frozen
    rows = open_sheet(path, options).rows()
    return [row.cells[1] for row in rows if isinstance(row, SheetRow) and not row.fault]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "utf-16"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-16-be"),
        (FRENCH, "utf-32"),
        (FRENCH, "utf-32-le"),
        (FRENCH, "cp1252"),
        (FRENCH.replace("“neuve”", "neuve").replace("–", "-").replace("’", "'"), "latin-1"),
        (FRENCH, "mac_roman"),
        (KOREAN, "utf-16"),
        (KOREAN, "cp949"),
        (JAPANESE, "cp932"),
        (RUSSIAN, "cp1251"),
    ],
)
def test_every_usual_encoding_gives_the_right_letters(
    tmp_path: Path, text: str, encoding: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(encoding))
    assert titles(path) == [line.split(",")[1] for line in text.splitlines()[1:]]


def test_one_bad_byte_names_its_row_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    lines = [b"SKU,Title", "1,Robe d’été".encode(), b"2,Chlo\xe9", "3,Crème".encode()]
    path.write_bytes(b"\n".join(lines))
    sheet = open_sheet(path)
    rows = [row for row in sheet.rows() if isinstance(row, SheetRow)]
    assert [(row.line, bool(row.fault)) for row in rows] == [(2, False), (3, True), (4, False)]
    assert "\N{REPLACEMENT CHARACTER}" in str(rows[1].cells[1])
    assert any(note.kind == "bytes" for note in sheet.notes)


def test_a_single_letter_of_a_western_encoding_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"SKU,Title\n1,Chlo\xe9 blouse\n")
    assert titles(path) == ["Chloé blouse"]


def test_the_seller_may_choose_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(RUSSIAN.encode("koi8-r"))
    assert "платье" in str(titles(path, ReadOptions(encoding="koi8-r"))[0])


def test_an_odd_byte_in_a_wide_encoding_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("SKU,Title\n1,Robe\n2,Jupe\n".encode("utf-16") + b"\x41")
    assert encoding_of(path).bad_bytes
    assert titles(path)[:1] == ["Robe"]


def test_bytes_that_their_encoding_does_not_have_are_marked(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("SKU,Title\n1,Été léger à Paris\n".encode("cp1252") + b"2,Robe \x81\n")
    rows = [row for row in open_sheet(path).rows() if isinstance(row, SheetRow)]
    assert [bool(row.fault) for row in rows] == [False, True]
