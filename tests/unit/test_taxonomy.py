from __future__ import annotations

import re
import tomllib

import pytest

from closet_app.domain.item import Condition, ItemFacts
from closet_app.domain.query import parse, say
from closet_app.domain.sizes import in_wearing_order, size_rank
from closet_app.domain.taxonomy import Taxonomy
from closet_app.paths import resources


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    folder = resources() / "taxonomy"
    return Taxonomy.from_toml(
        {path.stem: path.read_text("utf-8") for path in folder.glob("*.toml")}
    )


def test_the_departments_are_those_of_the_form(taxonomy: Taxonomy) -> None:
    assert taxonomy.departments.names == ("Women", "Men", "Kids", "Home", "Pets", "Electronics")
    counts = {
        name: len(taxonomy.departments.categories(name)) for name in taxonomy.departments.names
    }
    assert counts == {"Women": 20, "Men": 15, "Kids": 14, "Home": 14, "Pets": 7, "Electronics": 11}


def test_categories_have_their_subcategories(taxonomy: Taxonomy) -> None:
    tree = taxonomy.departments
    assert tree.subcategories("Women", "jewelry") == (
        "Bracelets", "Brooches", "Earrings", "Necklaces", "Rings",
    )  # fmt: skip
    assert "Hanboks" in tree.subcategories("Women", "Global & Traditional Wear")
    assert tree.subcategories("Men", "Global & Traditional Wear") == ()
    assert "Tees - Long Sleeve" in tree.subcategories("Women", "Tops")
    assert "Chukka Boots" in tree.subcategories(category="Shoes")
    assert "Superhero" in tree.subcategories("Kids")
    assert "Dog" in tree.categories()
    assert len(tree.categories()) == len(set(tree.categories()))


def test_known_words_are_spelled_as_the_form_spells_them(taxonomy: Taxonomy) -> None:
    tree = taxonomy.departments
    assert tree.spelled("LADIES", "tops", "tees - long  sleeve") == (
        "Women", "Tops", "Tees - Long Sleeve",
    )  # fmt: skip
    assert tree.spelled("Dolls", "Hats ", "") == ("Dolls", "Hats", "")


def test_no_two_departments_share_a_word(taxonomy: Taxonomy) -> None:
    aliases = [
        alias for department in taxonomy.departments.departments for alias in department.aliases
    ]
    assert len(aliases) == len(set(aliases))


@pytest.mark.parametrize(
    ("department", "category", "subcategory", "system", "size"),
    [
        ("Women", "Tops", "", "Standard", "00"), ("Women", "Tops", "", "Plus", "32W"),
        ("Women", "Dresses", "", "Petite", "20P"), ("Women", "Skirts", "", "Juniors", "17"),
        ("Women", "Jeans", "", "Standard", "31"), ("Women", "Jeans", "", "Petite", "34P"),
        ("Women", "Shoes", "", "US", "12.5"), ("Women", "Shoes", "", "EU", "37.5"),
        ("Women", "Intimates & Sleepwear", "Bras", "Bra", "34F (3D)"),
        ("Men", "Shirts", "Dress Shirts", "Big & Tall", "Neck 22.5"),
        ("Men", "Jeans", "", "Standard", "Waist 28"),
        ("Men", "Suits & Blazers", "", "Standard", "34S"),
        ("Men", "Shoes", "", "US", "16"), ("Men", "Shirts", "Polos", "Big & Tall", "6XLT"),
        ("Kids", "Shoes", "", "Girls", "12.5 (Little Girl)"),
        ("Kids", "Dresses", "", "Girls", "6X"),
        ("Kids", "One Pieces", "", "Baby", "0-3 Months"),
        ("Home", "Bedding", "", "Bedding", "Cal King"),
        ("Women", "Bags", "", "One size", "One size"), ("", "", "", "One size", "One size"),
    ],
)  # fmt: skip
def test_sizes_are_offered_by_chart_and_system(
    taxonomy: Taxonomy, department: str, category: str, subcategory: str, system: str, size: str
) -> None:
    place = (department, category, subcategory)
    assert size in taxonomy.sizes.sizes(*place, system)
    assert size in taxonomy.sizes.sizes(*place)
    assert taxonomy.sizes.spelled(f" {size.lower()}", *place) == size


def test_the_system_is_read_off_the_size(taxonomy: Taxonomy) -> None:
    sizes = taxonomy.sizes
    assert sizes.system_of("16w", "Women", "Tops", "") == "Plus"
    assert sizes.system_of("7 3/8", "Men", "Accessories", "Hats") == ""
    assert sizes.spelled(" 7  3/8 ", "Men", "Accessories", "Hats") == "7  3/8"
    assert sizes.sizes("Women", "Shoes", system="klingon") == sizes.sizes("Women", "Shoes")


def test_sizes_stand_in_the_order_they_are_worn() -> None:
    sizes = [
        "10",
        "M",
        "XL",
        "00",
        "2",
        "0",
        "XS",
        "One size",
        "S",
        "L",
        "mystery",
        "MP",
        "Waist 28",
    ]
    assert in_wearing_order(sizes) == (
        "XS", "S", "M", "MP", "L", "XL", "One size", "00", "0", "2", "10", "Waist 28", "mystery",
    )  # fmt: skip
    assert size_rank("3XL") == size_rank("3xl ")
    assert size_rank("petite") > size_rank("14W")


def test_every_color_has_a_swatch_and_belongs_to_a_listed_one(taxonomy: Taxonomy) -> None:
    palette = taxonomy.palette
    listed = {color.name for color in palette.listed}
    assert len(listed) == 19
    for color in (*palette.listed, *palette.shades):
        assert re.fullmatch("#[0-9A-F]{6}", color.hex), color
        assert color.base in listed
    poshmark = {color.words["poshmark"] for color in palette.listed} - {""}
    assert poshmark == {
        "Red", "Pink", "Orange", "Yellow", "Green", "Blue", "Purple", "Gold", "Silver", "Black",
        "Gray", "White", "Cream", "Brown", "Tan",
    }  # fmt: skip


def test_two_listed_colors_stay_and_the_rest_are_free(taxonomy: Taxonomy) -> None:
    palette = taxonomy.palette
    assert palette.split(["grey", "Rust", "GRAY", "navy blue", "Red", "puce ", ""]) == (
        ("Gray", "Navy"),
        ("Rust", "Red", "puce"),
    )
    assert palette.split([]) == ((), ())


def test_a_form_gets_its_own_words_for_colors(taxonomy: Taxonomy) -> None:
    palette = taxonomy.palette
    assert palette.for_form(("Gray", "Navy"), (), "depop") == ("Grey", "Navy")
    assert palette.for_form(("Navy",), ("Rust", "Red"), "poshmark") == ("Blue", "Brown")
    assert palette.for_form(("Multi",), ("puce",), "poshmark") == ()
    assert palette.for_form(("Gray",), (), "ebay") == ("Gray",)
    assert palette.swatch("rust") == "#9C4528"
    assert palette.swatch("puce") == ""


def test_every_condition_has_its_row_of_the_crosswalk(taxonomy: Taxonomy) -> None:
    conditions = taxonomy.conditions
    for condition in Condition:
        for marketplace in ("poshmark", "ebay", "mercari", "depop", "vinted", "grailed"):
            assert conditions.on_form(condition, marketplace) is not None
    codes = [conditions.words[condition, "poshmark"].code for condition in Condition]
    assert codes == ["nwt", "uln", "uln", "uln", "ug", "uf"]


def test_conditions_are_said_as_the_form_says_them(taxonomy: Taxonomy) -> None:
    conditions = taxonomy.conditions
    word = conditions.on_form(Condition.NEW_WITHOUT_TAGS, "ebay")
    assert word is not None
    assert word.word == "New without tags"
    flawed = conditions.on_form(Condition.NEW_WITHOUT_TAGS, "ebay", flawed=True)
    assert flawed is not None
    assert flawed.word == "New with imperfections"
    fair = conditions.on_form(Condition.FAIR, "depop", flawed=True)
    assert fair is not None
    assert fair.word == "Used - Fair"
    assert conditions.on_form(Condition.FAIR, "etsy") is None
    assert conditions.on_form(None, "ebay") is None
    assert conditions.named("NWT") is Condition.NEW_WITH_TAGS
    assert conditions.named("very_good") is Condition.VERY_GOOD
    assert conditions.named("sublime") is None


@pytest.mark.parametrize(
    ("department", "category", "subcategory", "name"),
    [
        ("Women", "Tops", "", "top"), ("Women", "Dresses", "Maxi", "dress"),
        ("Women", "Pants & Jumpsuits", "Jumpsuits & Rompers", "dress"),
        ("Men", "Jeans", "Slim", "trousers"), ("Men", "Underwear & Socks", "Boxers", "shorts"),
        ("Women", "Swim", "Bikinis", "bra"), ("Women", "Swim", "Sarongs", "skirt"),
        ("Kids", "Bottoms", "Casual", "trousers"), ("Kids", "Dresses", "Casual", "dress"),
        ("Men", "Shoes", "Sneakers", "shoes"), ("Women", "Bags", "Totes", "bag"),
        ("Women", "Accessories", "Hats", "hat"), ("Women", "Accessories", "Belts", "flat"),
        ("Home", "Bedding", "", "flat"), ("Women", "Jackets & Coats", "", "top"),
        ("", "", "", "top"),
    ],
)  # fmt: skip
def test_each_category_has_its_measures(
    taxonomy: Taxonomy, department: str, category: str, subcategory: str, name: str
) -> None:
    assert taxonomy.measures.set_for(department, category, subcategory).name == name


def test_measures_light_a_line_of_their_drawing(taxonomy: Taxonomy) -> None:
    top = taxonomy.measures.set_for("Women", "Tops")
    assert [(one.key, one.words, one.is_optional) for one in top.measures] == [
        ("pit_to_pit", "Pit to pit", False),
        ("length", "Length", False),
        ("sleeve", "Sleeve", False),
        ("shoulder", "Shoulder", True),
        ("hem", "Hem", True),
    ]
    for garment in taxonomy.measures.sets.values():
        points = [point for one in garment.measures for point in one.line]
        points += [point for outline in garment.outlines for point in outline]
        assert all(0 <= place <= 100 for point in points for place in point)
        assert all(len(outline) > 3 for outline in garment.outlines)


def test_measures_have_the_names_sellers_use(taxonomy: Taxonomy) -> None:
    measures = taxonomy.measures
    assert measures.named("P2P") == "pit_to_pit"
    assert measures.named("wingspan") == ""
    assert measures.words_of("pit_to_pit") == "Pit to pit"
    assert measures.words_of("back_length") == "Back length"


def test_forms_have_their_limits(taxonomy: Taxonomy) -> None:
    forms = taxonomy.forms
    assert forms.limits_of("ebay").title == 80
    assert "title" not in forms.limits_of("ebay").unverified
    depop = forms.limits_of("depop")
    assert (depop.title, depop.description, depop.hashtags, depop.photos) == (0, 1000, 5, 8)
    assert forms.limits_of("nowhere") is forms.default


def test_facts_are_spelled_and_their_gaps_read_off(taxonomy: Taxonomy) -> None:
    typed = ItemFacts(
        department="womens", category="TOPS", subcategory="tank tops", size="xl",
        colors=("grey", "rust", "navy"), other_colors=("red",),
    )  # fmt: skip
    spelled = taxonomy.spelled(typed)
    assert (spelled.department, spelled.category, spelled.subcategory) == (
        "Women",
        "Tops",
        "Tank Tops",
    )
    assert (spelled.size, spelled.size_system) == ("XL", "Standard")
    assert (spelled.colors, spelled.other_colors) == (("Gray", "Navy"), ("Rust", "Red"))
    assert taxonomy.spelled(spelled) == spelled
    assert taxonomy.spelled(ItemFacts()) == ItemFacts()
    assert taxonomy.spelled(ItemFacts(size="9", size_system="UK")).size_system == "UK"


def test_a_search_understands_the_words_of_sellers(taxonomy: Taxonomy) -> None:
    typed = "tee department:ladies color:grey,GRAY,puce,gr* condition:nwt,mint -brand:x price:3"
    assert say(taxonomy.understood(parse(typed))) == (
        'tee department:Women color:Gray,puce,gr* condition:"new with tags",mint -brand:x price:3'
    )


def test_fee_classes_name_places_of_the_taxonomy(taxonomy: Taxonomy) -> None:
    table = tomllib.loads((resources() / "fees" / "classes.toml").read_text("utf-8"))
    tree = taxonomy.departments
    for row in table["match"]:
        if row["class"] == "coins":
            continue
        assert set(row.get("department", ())) <= set(tree.names)
        assert set(row.get("subcategory", ())) <= set(tree.subcategories())
