"""A closet of 100,000 pieces with the spread of a real one, built once and kept in `.bench`."""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert
from sqlmodel import SQLModel

from closet_app.db.engine import DATABASE_NAME, Database
from closet_app.db.tables import Buyer, Item, Listing, Order, OrderLine, Photo, Shop

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".bench"
PIECES = 100_000
TODAY = date(2026, 11, 22)
VERSION = 2
"""Goes up when the drawn closet changes, so that an older one is not reused."""

_BATCH = 5_000
_NAMED_BRANDS = (
    "Madewell", "Levi's", "Free People", "J.Crew", "Anthropologie", "Nike", "Lululemon", "Zara",
    "Gap", "Everlane", "Patagonia", "Uniqlo", "AllSaints", "Johnny Was", "Birkenstock", "Coach",
    "Mango", "Pull&Bear", "Aritzia", "Reformation", "Eileen Fisher", "Theory", "Banana Republic",
    "Ann Taylor", "Old Navy", "H&M", "Abercrombie", "Lilly Pulitzer", "Vineyard Vines",
    "Tory Burch", "Kate Spade", "Ralph Lauren", "Vince", "Sézane", "A.P.C.", "Comme des Garçons",
    "무신사", "아더에러", "ユニクロ", "無印良品",
)  # fmt: skip
_CATEGORIES: dict[str, dict[str, tuple[str, ...]]] = {
    "Women": {
        "Tops": ("Blouses", "Tees - Short Sleeve", "Tunics", "Sweatshirts & Hoodies"),
        "Dresses": ("Midi", "Maxi", "Mini"),
        "Jackets & Coats": ("Trench Coats", "Leather Jackets", "Puffers"),
        "Jeans": ("Straight Leg", "Skinny", "Flare & Wide Leg"),
        "Sweaters": ("Cardigans", "V-Necks"),
        "Shoes": ("Sandals", "Ankle Boots & Booties", "Sneakers"),
        "Skirts": ("Mini", "Midi"),
        "Bags": ("Totes", "Crossbody Bags"),
    },
    "Men": {
        "Shirts": ("Casual Button Down Shirts", "Polos"),
        "Jeans": ("Slim", "Straight"),
        "Jackets & Coats": ("Raincoats", "Windbreakers"),
        "Shoes": ("Sneakers", "Boots"),
    },
    "Kids": {"Dresses": ("Casual",), "Shoes": ("Sneakers",), "Shirts & Tops": ("Sweaters",)},
}
_SIZES = ("XS", "S", "M", "L", "XL", "XXL", "0", "2", "4", "6", "8", "10", "12", "26", "28", "30")
_COLORS = (
    "Black", "White", "Blue", "Gray", "Cream", "Green", "Red", "Brown", "Pink", "Tan", "Purple",
    "Yellow", "Orange", "Gold", "Silver",
)  # fmt: skip
_CONDITIONS = ("very_good", "good", "like_new", "new_with_tags", "new_without_tags", "fair")
_MARKETPLACES = ("poshmark", "ebay", "mercari", "depop", "vinted")
_STATUSES = ("listed", "draft", "delivered", "archived", "on_hold", "shipped", "sold", "returned")
_STATUS_SHARES = (46, 12, 27, 8, 3, 2, 1, 1)
_SOLD = {"delivered", "shipped", "sold"}
_KINDS = (
    "boatneck tee", "button cardigan", "wrap dress", "moto jacket", "trench coat", "wide leg jeans",
    "mini skirt", "one-strap sandal", "crossbody bag", "turtleneck", "puffer vest", "linen blouse",
    "corduroy overshirt", "pleated midi skirt", "chunky sweater", "tunic dress", "rain jacket",
)  # fmt: skip
_LOOKS = (
    "striped", "embroidered", "floral", "leather", "ribbed", "belted", "toile", "merino", "vintage",
    "cropped", "oversized", "quilted", "crème", "houndstooth", "plaid", "satin", "boho", "90s",
    "cottagecore", "minimalist", "gorpcore", "preppy", "denim", "wool", "cashmere", "linen", "silk",
)  # fmt: skip
_KOREAN = (
    "여성용 자켓",
    "남성 셔츠",
    "원피스",
    "가죽 가방",
    "니트 가디건",
    "청바지",
    "모직 코트",
    "운동화",
)
_KOREAN_LOOKS = ("검정", "베이지색", "빈티지", "새상품", "줄무늬", "꽃무늬", "겨울용")
_JAPANESE = (
    "ウールコート",
    "花柄ワンピース",
    "革のバッグ",
    "刺繍入りブラウス",
    "古着デニムジャケット",
)
_SENTENCES = (
    "Soft and easy, worn a handful of times and kept folded in a smoke free home.",
    "True to size with a relaxed fit through the body.",
    "Machine wash cold, dry flat. A tiny pull inside the left cuff, shown in the photos.",
    "Measurements are taken flat; please ask before you buy.",
    "Ships the next business day, wrapped in tissue with a note.",
    "From a closet clean out; bundle two pieces and save on shipping.",
)


def closet_100k(pieces: int = PIECES) -> Path:
    """The folder of the closet, built when it is missing or of an older make."""
    folder = FOLDER / f"closet-{pieces}-{VERSION}"
    if not (folder / DATABASE_NAME).exists():
        making = FOLDER / f"making-{pieces}"
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(parents=True)
        build(making / DATABASE_NAME, pieces)
        shutil.rmtree(folder, ignore_errors=True)
        making.rename(folder)
    return folder


def build(path: Path, pieces: int, seed: int = 7) -> None:
    """Draw `pieces` pieces with photos, listings, buyers and orders into a new closet."""
    draw = Draw(pieces, seed)
    database = Database.create(path)
    with database.maintain("Draw a closet") as connection:
        connection.execute(insert(Shop).values(id=1, name="Juniper Lane", sku_pattern="JL-{00000}"))
        for model, rows in draw.tables():
            while batch := list(islice(rows, _BATCH)):
                connection.execute(insert(model), batch)
        connection.exec_driver_sql("ANALYZE")
    database.close()


class Draw:
    """The rows of the closet; the same for the same seed."""

    def __init__(self, pieces: int, seed: int) -> None:
        self._random = random.Random(seed)
        self._pieces = pieces
        made_up = (f"{self._random.choice(_KINDS).split()[0].title()} {n}" for n in range(2_960))
        self._brands = [*_NAMED_BRANDS, *made_up]
        self._brand_shares = zipf(len(self._brands))
        self._status: list[str] = []
        self._price: list[int] = []
        self._days: list[int] = []

    def tables(self) -> Iterator[tuple[type[SQLModel], Iterator[dict[str, Any]]]]:
        """Every table with its rows, in the order of their foreign keys."""
        yield Item, (self._item(number) for number in range(1, self._pieces + 1))
        yield Photo, self._photos()
        yield Listing, self._listings()
        sold = [at + 1 for at, status in enumerate(self._status) if status in _SOLD]
        yield Buyer, ({"name": f"Buyer {n}", "handle": f"@b{n}"} for n in range(len(sold) // 3 + 1))
        yield Order, (self._order(at, item) for at, item in enumerate(sold, 1))
        yield OrderLine, (self._line(at, item) for at, item in enumerate(sold, 1))

    def _item(self, number: int) -> dict[str, Any]:
        pick = self._random.choice
        department = self._random.choices(("Women", "Men", "Kids"), (70, 22, 8))[0]
        category = pick(tuple(_CATEGORIES[department]))
        status = self._random.choices(_STATUSES, _STATUS_SHARES)[0]
        price = 100 * int(self._random.lognormvariate(3.4, 0.7)) + self._random.choice((0, 0, 99))
        days = int(self._random.expovariate(1 / 60))
        self._status.append(status)
        self._price.append(price)
        self._days.append(days)
        made = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=36 * number)
        brand = self._random.choices(self._brands, cum_weights=self._brand_shares)[0]
        cost = None if self._random.random() < 0.05 else price // self._random.randint(3, 9)
        return {
            "sku": f"JL-{number:05}",
            "sku_key": f"jl-{number:05}",
            "brand": brand,
            "title": self._title(brand),
            "department": department,
            "category": category,
            "subcategory": pick(_CATEGORIES[department][category]),
            "size": pick(_SIZES),
            "colors": tuple(self._random.sample(_COLORS, self._random.choice((1, 1, 2)))),
            "condition": pick(_CONDITIONS),
            "material": pick(("cotton", "wool", "silk", "leather", "polyester", "linen", "")),
            "style_words": tuple(self._random.sample(_LOOKS, 2)),
            "tags": (pick(("relist", "photo again", "holiday")),)
            if self._random.random() < 0.1
            else (),
            "description": " ".join(self._random.sample(_SENTENCES, 3)),
            "bin": f"{pick('ABCDEFGH')}-{self._random.randint(1, 24):02}",
            "source": pick(("Goodwill, Alder St", "Estate sale", "Own closet", "Salvation Army")),
            "acquired_on": made.date(),
            "cost_price_minor": cost,
            "asking_minor": price,
            "floor_minor": price * 2 // 3,
            "keep_minor": price * 4 // 5 - 300 - (cost or 0),
            "own_status": status if status in {"draft", "archived", "on_hold"} else "listed",
            "status": status,
            "quantity": 0 if status in _SOLD else 1,
            "listed_since": TODAY - timedelta(days=days) if status == "listed" else None,
            "created_at": made,
            "updated_at": made + timedelta(days=self._random.randint(0, 90)),
            "deleted_at": made if number % 500 == 0 else None,
        }

    def _title(self, brand: str) -> str:
        pick, share = self._random.choice, self._random.random()
        if share < 0.08:
            return f"{brand} {pick(_KOREAN_LOOKS)} {pick(_KOREAN)}"
        if share < 0.12:
            return f"{brand} {pick(_JAPANESE)}"
        return f"{brand} {pick(_LOOKS)} {pick(_KINDS)}, {pick(_COLORS).lower()}"

    def _photos(self) -> Iterator[dict[str, Any]]:
        for item_id in range(1, self._pieces + 1):
            for position in range(self._random.choice((1, 1, 2, 3))):
                name = hashlib.sha256(f"{item_id} {position}".encode()).hexdigest()
                yield {
                    "item_id": item_id,
                    "position": position,
                    "sha256": name,
                    "extension": ".jpg",
                    "width": 3024,
                    "height": 4032,
                }

    def _listings(self) -> Iterator[dict[str, Any]]:
        for at, status in enumerate(self._status):
            if status != "listed":
                continue
            for marketplace in self._random.sample(_MARKETPLACES, self._random.choice((1, 2, 3))):
                yield {
                    "item_id": at + 1,
                    "marketplace": marketplace,
                    "price_minor": self._price[at],
                    "since": TODAY - timedelta(days=self._days[at]),
                }

    def _order(self, at: int, item_id: int) -> dict[str, Any]:
        sold_on = TODAY - timedelta(days=self._random.randint(0, 1400))
        price = self._price[item_id - 1]
        return {
            "number": 1_000 + at,
            "marketplace": self._random.choice(_MARKETPLACES),
            "buyer_id": self._random.randint(1, at // 3 + 1),
            "sold_on": sold_on,
            "sold_at": datetime(sold_on.year, sold_on.month, sold_on.day, 17, tzinfo=UTC),
            "fee_expected_minor": price // 5,
        }

    def _line(self, at: int, item_id: int) -> dict[str, Any]:
        return {
            "order_id": at,
            "item_id": item_id,
            "sku": f"JL-{item_id:05}",
            "title": "A piece",
            "price_minor": self._price[item_id - 1],
            "cost_minor": self._price[item_id - 1] // 5,
            "state": self._status[item_id - 1],
        }


def zipf(count: int) -> Sequence[float]:
    """Cumulative weights of which the n-th is 1/n."""
    return list(accumulate(1 / rank for rank in range(1, count + 1)))


if __name__ == "__main__":
    print(closet_100k())
