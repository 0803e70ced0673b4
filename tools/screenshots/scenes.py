"""What stands in the closet, or is opened, when a picture is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from closet_app.domain.money import Money
from closet_app.errors import NotFoundError
from closet_app.paths import resources
from closet_app.services import gallery, intake
from closet_app.services.buyers import ADDRESS_FIELDS, edit_buyer
from closet_app.services.closet import Closet
from closet_app.services.designs import all_designs, copy_design
from closet_app.services.looks import measure_missing, unmeasured_of_pieces
from closet_app.services.order_files import attach_parcel_photo
from closet_app.services.orders import edit_order
from closet_app.services.pack_station import to_pack
from closet_app.services.parcels import set_tracking
from closet_app.services.photo_desk import set_recipe
from closet_app.services.photo_findings import look_at
from closet_app.services.pieces import piece
from closet_app.services.pins import add_pin
from closet_app.services.records import Recipe
from closet_app.services.stocks import all_stocks, draft_of_stock, is_own, save_own_stock
from closet_app.ui.photo_desk.visit import Visit
from closet_app.ui.printing.room_door import Visit as RoomVisit

TODAY = date(2026, 11, 23)


def first_piece(closet: Closet) -> int:
    """The newest piece."""
    return gallery.first_ids(closet)[0]


def missing(_closet: Closet) -> object:
    """A closet on a drive that is not plugged in."""
    folder = Path("Volumes", "Blue drive", "Closet")
    return folder, NotFoundError("There is no closet there.")


def spreadsheet(_closet: Closet) -> object:
    """A file of pieces to bring in."""
    return Path(__file__).parents[2] / "tests" / "data" / "csv" / "closet_spreadsheet.csv"


def another_photo(closet: Closet) -> object:
    """A photo of a hat of the sample; all others are looked at before."""
    measure_missing(closet, unmeasured_of_pieces(closet))
    return resources() / "sample" / "photos" / "img-2067.jpg"


def looked_at(closet: Closet) -> object:
    """The newest piece, its photos measured and read."""
    return look_at(closet, first_piece(closet))[0]


def on_desk(closet: Closet, tool: str) -> object:
    """The cover of the newest piece, in hand with one of the desk's tools."""
    shown = piece(closet, first_piece(closet))
    photo_id = shown.photos[0].ref.id
    if tool == "background":
        set_recipe(closet, photo_id, Recipe(background="white"))
    if tool == "pins" and not shown.pins:
        add_pin(closet, photo_id, 0.45, 0.55, "small pull")
    return Visit(shown.id, photo_id, tool)


def photo_session(closet: Closet) -> object:
    """The photos of a morning, half of them described; begun once for all pictures."""
    kept = intake.unfinished(closet)
    if kept is None:
        photos = sorted((resources() / "sample" / "photos").glob("img-*.jpg"))
        kept, _changed = intake.begin(closet, photos)
        shared = {"source": "Goodwill, Alder St", "acquired_on": TODAY, "bin": "B-05"}
        intake.share(closet, kept, receipt=Money(12_000, closet.currency), **shared)  # type: ignore[arg-type]  # by name
        titles = ("Plaid flannel shirt", "", "Polka dot dress", "Skinny pants, raspberry")
        for group, title in zip(intake.view(closet, kept).groups, titles, strict=False):
            intake.set_facts(closet, group.id, {"title": title})
    return None


def all_to_pack(closet: Closet) -> object:
    """Everything to pack; one buyer has not given her address yet."""
    orders = to_pack(closet).orders
    buyer_id = orders[-2].buyer_id
    if not any(order.address_missing for order in orders) and buyer_id is not None:
        edit_buyer(closet, buyer_id, **dict.fromkeys(ADDRESS_FIELDS, ""))
    return RoomVisit()


def full_parcel(closet: Closet) -> object:
    """An order with everything: several pieces, a label, a photo, a tracking number, too heavy."""
    order = max(to_pack(closet).orders, key=lambda each: (bool(each.labels), len(each.pieces)))
    photo = resources() / "sample" / "photos" / "img-2067.jpg"
    attach_parcel_photo(closet, order.id, photo)
    set_tracking(closet, order.id, "9400 1000 0000 0000 0000 13")
    edit_order(closet, order.id, gift=True)
    return order.id


def long_korean_names(closet: Closet) -> object:
    """The first order goes to a buyer with a long Korean name."""
    first = to_pack(closet).orders[0]
    if first.buyer_id is not None:
        edit_buyer(
            closet,
            first.buyer_id,
            name="남궁아름다운세상에빛나는별 김서연 이지은",
            line1="세종대로 110길 23-4, 한강푸르지오아파트 101동 1502호",
            line2="",
            city="서울특별시 종로구",
            region="",
            postal_code="04524",
            country="KR",
        )
    return RoomVisit()


def own_labels(closet: Closet) -> object:
    """Round stickers that the seller described."""
    own = next((each.id for each in all_stocks(closet) if is_own(each.id)), None)
    draft = draft_of_stock(closet, "round-2in")
    return own or save_own_stock(closet, replace(draft, name="Market stickers, kraft"))[0]


def own_design(closet: Closet) -> object:
    """A design of the seller's own with a long name; made once for all pictures."""
    name = "Winter card with ribbons for everybody who comes back"
    found = [each.id for each in all_designs(closet) if each.name == name]
    return found[0] if found else copy_design(closet, "ribbon", name)[0]


def opened_for(word: str) -> Callable[[Closet], object]:
    """Nothing of the closet: the page is opened for a word, such as the id of a design."""
    return lambda _closet: word
