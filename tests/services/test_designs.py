"""Card designs: the program's, the seller's own, and what is shared as a file."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from closet_app.db.ledger import reading
from closet_app.db.parcel_records import CardDesignRecord
from closet_app.db.photos import originals_in_use
from closet_app.errors import ClosetError, InvalidValueError, NotFoundError, UserError
from closet_app.photo.sources import PhotoBytes
from closet_app.printing.design import Part
from closet_app.printing.designs import design_ids, write_design
from closet_app.services import designs, history, shop
from closet_app.services.card_papers import use_design
from closet_app.services.closet import Closet
from closet_app.services.design_files import export_design, file_name_of, import_design
from closet_app.services.design_pictures import harmless_svg, take_picture
from closet_app.services.opening import set_strays_aside

HAND = "hand_note"


def drawn(color: str = "#8C2F4B", size: tuple[int, int] = (64, 48)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, color).save(out, "PNG")
    return out.getvalue()


def own_with_picture(closet: Closet, name: str = "My card") -> str:
    picture = take_picture(closet, PhotoBytes("roses.png", drawn()))
    design = replace(designs.find_design(closet, HAND), name=name, picture=picture, logo=picture)
    return designs.save_design(closet, design)[0]


def test_the_designs_of_the_program_are_there_and_one_of_them_is_usual(closet: Closet) -> None:
    assert [each.id for each in designs.all_designs(closet)] == list(design_ids())
    assert designs.usual_design(closet) == HAND
    use_design(closet, "stitched")
    assert designs.find_design(closet).id == "stitched"
    with pytest.raises(NotFoundError):
        use_design(closet, "own-7")


def test_a_copy_is_changed_renamed_moved_and_deleted_and_each_is_undone(closet: Closet) -> None:
    first, _ = designs.copy_design(closet, HAND)
    second, changed = designs.copy_design(closet, first, "Winter")
    assert changed.shop
    assert [each.name for each in designs.all_designs(closet)][:2] == ["Hand note (2)", "Winter"]
    quiet = replace(designs.find_design(closet, second), parts=frozenset({Part.NOTE}))
    assert designs.save_design(closet, quiet, second)[0] == second
    assert designs.find_design(closet, second).parts == {Part.NOTE}
    designs.move_design(closet, second, 0)
    designs.rename_design(closet, first, "Berry")
    assert [each.name for each in designs.all_designs(closet)][:2] == ["Winter", "Berry"]
    use_design(closet, first)
    designs.delete_design(closet, first)
    assert designs.usual_design(closet) == HAND
    history.undo(closet)
    assert designs.usual_design(closet) == first
    history.undo(closet)
    history.undo(closet)
    assert [each.name for each in designs.all_designs(closet)][:2] == ["Winter", "Hand note (2)"]


@pytest.mark.parametrize("name", ["", "  ", "Stitched", "hand NOTE", "x" * 61])
def test_a_name_that_is_empty_taken_or_too_long_is_refused(closet: Closet, name: str) -> None:
    own, _ = designs.copy_design(closet, HAND)
    with pytest.raises(InvalidValueError) as refused:
        designs.rename_design(closet, own, name)
    assert refused.value.field == "name"


def test_the_programs_own_designs_stay_as_they_are(closet: Closet) -> None:
    for change in (designs.delete_design, lambda each, one: designs.rename_design(each, one, "x")):
        with pytest.raises(UserError, match="stays as it is"):
            change(closet, HAND)


def test_pictures_of_designs_are_in_use_also_when_only_undo_still_names_them(
    closet: Closet,
) -> None:
    own = own_with_picture(closet)
    sha256 = designs.find_design(closet, own).picture.stem  # type: ignore[union-attr]  # has one
    designs.delete_design(closet, own)
    with closet.database.read() as connection:
        assert sha256 in originals_in_use(connection)
    assert set_strays_aside(closet) == ()
    history.undo(closet)
    assert designs.find_design(closet, own).logo == closet.photos.path_of(sha256)


def test_a_picture_that_is_no_original_is_refused_and_a_lost_one_is_left_blank(
    closet: Closet, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.png"
    elsewhere.write_bytes(drawn())
    design = replace(designs.find_design(closet, HAND), name="Mine", picture=elsewhere)
    with pytest.raises(InvalidValueError, match="not in the closet"):
        designs.save_design(closet, design)
    own = own_with_picture(closet)
    lost = designs.find_design(closet, own).picture
    assert lost is not None
    lost.unlink()
    assert designs.find_design(closet, own).picture is None


def test_a_damaged_row_does_not_keep_the_others_from_being_used(closet: Closet) -> None:
    own, _ = designs.copy_design(closet, HAND)
    use_design(closet, own)
    with closet.database.write("Damage") as work:
        from closet_app.db.ledger import Ledger

        ledger = Ledger(work)
        record = ledger.where(CardDesignRecord)[0]
        ledger.put(replace(record, design="format = 1\nid = "))
    assert [each.id for each in designs.all_designs(closet)] == list(design_ids())
    assert designs.find_design(closet).id == HAND


def test_a_design_goes_out_as_one_file_and_comes_back_the_same(
    closet: Closet, tmp_path: Path
) -> None:
    own = own_with_picture(closet, "Rosa ❤ / 2026")
    design = designs.find_design(closet, own)
    out = export_design(closet, own, tmp_path)
    assert out == tmp_path / file_name_of(design)
    assert out.read_bytes() == export_design(closet, own, tmp_path / "again").read_bytes()
    with zipfile.ZipFile(out) as archive:
        assert sorted(archive.namelist()) == ["design.toml", "logo.png", "picture.png"]
        assert str(tmp_path) not in archive.read("design.toml").decode()
    again, _ = import_design(closet, out)
    back = designs.find_design(closet, again)
    assert back.name == "Rosa ❤ / 2026 (2)"
    assert replace(back, id=design.id, name=design.name) == design


def test_a_shipped_design_and_a_bare_toml_can_be_taken_in(closet: Closet, tmp_path: Path) -> None:
    out = export_design(closet, "bold", tmp_path)
    assert designs.find_design(closet, import_design(closet, out)[0]).name == "Bold (2)"
    bare = tmp_path / "bare.toml"
    bare.write_text(write_design(replace(designs.find_design(closet, "bold"), name="Bare")))
    assert designs.find_design(closet, import_design(closet, bare)[0]).name == "Bare"


def toml(closet: Closet, **changes: object) -> bytes:
    design = replace(designs.find_design(closet, HAND), name="Shared", **changes)  # type: ignore[arg-type]  # fields of a design
    return write_design(design).encode()


def packed(path: Path, members: list[tuple[zipfile.ZipInfo | str, bytes]]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, data in members:
            archive.writestr(info, data)
    return path


def linked(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return info


HOSTILE: dict[str, Callable[[Closet], list[tuple[zipfile.ZipInfo | str, bytes]]]] = {
    "nothing in it": lambda _: [],
    "no design": lambda _: [("picture.png", drawn())],
    "a path upwards": lambda c: [("design.toml", toml(c)), ("../../evil.png", drawn())],
    "an absolute path": lambda c: [("design.toml", toml(c)), ("/tmp/evil.png", drawn())],  # noqa: S108
    "another file": lambda c: [("design.toml", toml(c)), ("run.py", b"print(1)")],
    "a folder": lambda c: [("design.toml", toml(c)), ("pictures/", b"")],
    "a link": lambda _: [(linked("design.toml"), b"/etc/passwd")],
    "a picture nobody names": lambda c: [("design.toml", toml(c)), ("logo.png", drawn())],
    "a picture that is missing": lambda c: [("design.toml", toml(c, logo=Path("logo.png")))],
    "a picture elsewhere": lambda c: [("design.toml", toml(c, logo=Path("mine.png")))],
    "a picture that is none": lambda c: [
        ("design.toml", toml(c, logo=Path("logo.png"))),
        ("logo.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ],
    "a bomb": lambda c: [
        ("design.toml", toml(c, logo=Path("logo.png"))),
        ("logo.png", bytes(21 << 20)),
    ],
    "a long design": lambda c: [("design.toml", toml(c) + b"# " + b"x" * 70_000)],
    "an unknown entry": lambda c: [("design.toml", toml(c) + b'\n[run]\ncommand = "x"\n')],
    "no text": lambda _: [("design.toml", b"\xff\xfe\x00")],
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_archive_is_refused_with_a_sentence_and_leaves_nothing(
    closet: Closet, tmp_path: Path, kind: str
) -> None:
    path = packed(tmp_path / "hostile.closetdesign", HOSTILE[kind](closet))
    before = sorted(tmp_path.parent.rglob("*"))
    with pytest.raises(ClosetError) as refused:
        import_design(closet, path)
    assert str(refused.value).endswith(".")
    assert sorted(tmp_path.parent.rglob("*")) == before
    with reading(closet.database) as ledger:
        assert not ledger.where(CardDesignRecord)


def test_a_file_that_is_cut_encrypted_or_no_archive_is_refused(
    closet: Closet, tmp_path: Path
) -> None:
    whole = export_design(closet, own_with_picture(closet), tmp_path).read_bytes()
    cut = tmp_path / "cut.closetdesign"
    for data in (b"", b"hello", whole[: len(whole) // 2], whole[:-30]):
        cut.write_bytes(data)
        with pytest.raises(UserError):
            import_design(closet, cut)
    locked = bytearray(whole)
    locked[6] |= 1
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    cut.write_bytes(bytes(locked))
    with pytest.raises(UserError):
        import_design(closet, cut)
    with pytest.raises(UserError, match="cannot be read"):
        import_design(closet, tmp_path / "missing.closetdesign")


PLAIN_SVG = b"""<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><defs><linearGradient id="g"/></defs>
<path d="M0 0h10v10z" fill="url(#g)"/><text>Tom &amp; Co</text></svg>"""


def test_a_plain_svg_may_be_drawn(tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    path.write_bytes(PLAIN_SVG)
    assert harmless_svg(path) == PLAIN_SVG


@pytest.mark.parametrize(
    "inside",
    [
        b'<image href="file:///etc/passwd"/>',
        b'<image xlink:href="http://example.test/a.png"/>',
        b'<use href="other.svg#x"/>',
        b'<a href="http://example.test">x</a>',
        b"<script>alert(1)</script>",
        b"<svg:script>alert(1)</svg:script>",
        b'<path onload="x()"/>',
        b"<style>@import url(http://example.test/x.css);</style>",
        b'<path fill="url(http://example.test/#a)"/>',
        b"<text>&secret;</text>",
        b"<foreignObject/>",
        b'<?xml-stylesheet href="x.css"?>',
    ],
)
def test_an_svg_with_links_entities_or_programs_is_refused(tmp_path: Path, inside: bytes) -> None:
    path = tmp_path / "logo.svg"
    path.write_bytes(PLAIN_SVG.replace(b"</svg>", inside + b"</svg>"))
    with pytest.raises(UserError, match="links, entities or programs"):
        harmless_svg(path)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"\xff\xfe<\0s\0v\0g\0 \0",
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + PLAIN_SVG,
        PLAIN_SVG + b" " * 600_000,
    ],
)
def test_what_is_no_small_plain_svg_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "logo.svg"
    path.write_bytes(data)
    with pytest.raises(UserError, match="not taken as a logo"):
        harmless_svg(path)


def test_a_large_photo_becomes_a_png_of_the_size_cards_need(closet: Closet) -> None:
    path = take_picture(closet, PhotoBytes("big.png", drawn(size=(3_000, 1_000))))
    with Image.open(path) as image:
        assert (image.format, image.size) == ("PNG", (2_400, 800))
    assert shop.shop(closet).card_design == ""


def test_a_pipe_is_refused_without_waiting_for_what_it_brings(
    closet: Closet, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe.closetdesign"
    os.mkfifo(pipe)
    with pytest.raises(UserError, match="It is no file"):
        import_design(closet, pipe)
