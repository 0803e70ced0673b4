"""A piece in the words of one marketplace: what its listing kit is put together from."""

from __future__ import annotations

from collections.abc import Sequence

from closet_app.domain.flaws import MarkedFlaw, ToldFlaw, flaws_to_tell
from closet_app.domain.item import ItemFacts
from closet_app.domain.listing_kit import Described, ListingKit, listing_kit
from closet_app.wording.catalog import plural, tr
from closet_app.wording.manner import Manner
from closet_app.wording.units import say_length
from closet_app.wording.words import say_condition

_SENTENCE_ENDS = (".", "!", "?", "…", "。")


def say_listing(
    facts: ItemFacts, marketplace: str, manner: Manner, marked: Sequence[MarkedFlaw] = ()
) -> ListingKit:
    """Title and description of `facts` for one marketplace, within its form's limits.

    Flaws `marked` on photos are told behind those that are written down.
    """
    piece = Described(
        title=facts.title,
        brand=facts.brand,
        department=facts.department,
        category=facts.category,
        subcategory=facts.subcategory,
        size=_size(facts),
        colors=(*facts.colors, *facts.other_colors),
        style_words=facts.style_words,
        description=facts.description,
        lead=_lead(facts),
        facts=tuple(filter(None, _sentences(facts, marked, marketplace, manner))),
    )
    return listing_kit(piece, manner.taxonomy.forms.limits_of(marketplace))


def form_condition(
    facts: ItemFacts, marketplace: str, manner: Manner, *, flawed: bool = False
) -> str:
    """The word to choose on the marketplace's form; our own where it has none.

    A piece is `flawed` also when its flaws are only marked on photos.
    """
    word = manner.taxonomy.conditions.on_form(
        facts.condition, marketplace, flawed=flawed or bool(facts.flaws)
    )
    return word.word if word else say_condition(facts.condition)


def form_colors(facts: ItemFacts, marketplace: str, manner: Manner) -> tuple[str, ...]:
    """At most two colors in the words of the marketplace's form."""
    return manner.taxonomy.palette.for_form(facts.colors, facts.other_colors, marketplace)


def _size(facts: ItemFacts) -> str:
    """The size, with EU or UK before it where that is its system."""
    if facts.size_system in {"EU", "UK"} and facts.size[:1].isdigit():
        return f"{facts.size_system} {facts.size}"
    return facts.size


def _lead(facts: ItemFacts) -> str:
    title, brand = facts.title.rstrip(" ."), facts.brand
    if not title:
        return _ended(brand)
    if not brand or brand.casefold() in title.casefold():
        return _ended(title)
    return tr("{title}, by {brand}.").format(title=title, brand=brand)


def say_flaws(written: str, marked: Sequence[MarkedFlaw] = ()) -> str:
    """The flaws in sentences: “Faint mark. Small pull, shown in photo 3.”; empty without any."""
    told = (_told(flaw) for flaw in flaws_to_tell(written, marked))
    return " ".join(filter(None, (_ended(written), *told)))


def _told(flaw: ToldFlaw) -> str:
    words = flaw.words[:1].upper() + flaw.words[1:].rstrip(" .")
    if not flaw.numbers:
        return _ended(words)
    numbers = ", ".join(map(str, flaw.numbers))
    shown = plural(
        len(flaw.numbers),
        "{words}, shown in photo {numbers}.",
        "{words}, shown in photos {numbers}.",
    )
    return shown.format(words=words, numbers=numbers)


def _sentences(
    facts: ItemFacts, marked: Sequence[MarkedFlaw], marketplace: str, manner: Manner
) -> tuple[str, ...]:
    condition = form_condition(facts, marketplace, manner, flawed=bool(marked))
    flaws = say_flaws(facts.flaws, marked)
    size = _size(facts)
    return (
        tr("Condition: {words}.").format(words=condition) if condition else "",
        tr("To know: {flaws}").format(flaws=flaws) if flaws else "",
        tr("Size: {words}.").format(words=size) if size else "",
        tr("Material: {words}").format(words=_ended(facts.material)) if facts.material else "",
        _measured(facts, manner),
    )


def _measured(facts: ItemFacts, manner: Manner) -> str:
    said = [
        f"{manner.taxonomy.measures.words_of(one.name).casefold()} "
        f"{say_length(one.length, manner.length_unit, with_unit=True)}"
        for one in facts.measurements
    ]
    return tr("Laid flat: {measures}.").format(measures=", ".join(said)) if said else ""


def _ended(sentence: str) -> str:
    bare = sentence.strip()
    return bare if not bare or bare.endswith(_SENTENCE_ENDS) else f"{bare}."
