"""Title and description of a piece for one marketplace, within its form's limits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from closet_app.domain.forms import FormLimits
from closet_app.domain.letters import count_letters, cut
from closet_app.domain.text import fold

_DEPARTMENTS = {"women": "Women’s", "men": "Men’s", "kids": "Kids’"}
_LINKING = frozenset({"and", "&", "+", "-", "–", "|", "·", "/"})
_WORN_AS_PLURAL = frozenset(
    {
        "pants", "jeans", "shorts", "leggings", "jeggings", "treggings", "overalls", "trousers",
        "joggers", "sweatpants", "glasses", "sunglasses", "shoes", "boots", "booties", "heels",
        "sandals", "sneakers", "socks", "earrings", "slippers", "flats", "loafers", "mules",
        "clogs", "platforms", "wedges", "espadrilles", "moccasins", "oxfords", "derbys", "gloves",
        "mittens", "boxers", "briefs", "pajamas", "capris", "khakis", "chinos", "trunks",
        "suspenders", "footies", "jumpsuits", "panties", "tights", "flip-flops", "slip-ons",
    }
)  # fmt: skip
_SINGULARS = {"scarves": "scarf", "bikinis": "bikini", "accessories": "accessory"}
_HASHTAG = re.compile(r"[^\w]+")
_POSSESSIVE = re.compile("[’']s?$")
_OUTER = ',;:.()[]"“”'
_PARAGRAPH = "\n\n"
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Described:
    """A piece in the words of its shop and marketplace, ready to be put together.

    `lead` is one sentence used when the seller has written no `description`; `facts` are
    sentences about condition, flaws, size and measures in the order of their weight.
    """

    title: str = ""
    brand: str = ""
    department: str = ""
    category: str = ""
    subcategory: str = ""
    size: str = ""
    colors: tuple[str, ...] = ()
    style_words: tuple[str, ...] = ()
    description: str = ""
    lead: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListingKit:
    """What to paste into one marketplace's form, with the letters its form counts."""

    title: str
    description: str
    limits: FormLimits
    title_letters: int = field(init=False)
    description_letters: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "title_letters", count_letters(self.title))
        object.__setattr__(self, "description_letters", count_letters(self.description))


def listing_kit(piece: Described, limits: FormLimits) -> ListingKit:
    """Title and description within `limits`; a form without a title gets one line more."""
    title = listing_title(piece, limits.title) if limits.title else ""
    return ListingKit(title, listing_description(piece, limits), limits)


def listing_title(piece: Described, limit: int) -> str:
    """Brand, title, department, size, colors and kind, no word twice, cut after a word.

    Each of the later parts is left out as a whole when there is no room for it.
    """
    used = set(_stems(piece.brand))
    own = _without_lead(piece.title.split(), piece.brand.split())
    title = cut(" ".join(filter(None, (piece.brand.strip(), *_fresh(own, used)))), limit)
    for part in _further_parts(piece):
        said = set(used)
        longer = " ".join(filter(None, (title, *_fresh(part, said))))
        if count_letters(longer) <= limit:
            title, used = longer, said
    return title


def listing_description(piece: Described, limits: FormLimits) -> str:
    """The seller's description (or the lead), then the facts, then hashtags; never too long.

    The seller's words give way first, then the later facts.
    """
    head = "" if limits.title else listing_title(piece, 80)
    tags = " ".join(hashtags(piece.style_words, limits.hashtags))
    style = "" if limits.hashtags else _style_line(piece)
    facts = "\n".join(filter(None, (*piece.facts, style)))
    words = piece.description.strip() or piece.lead
    fixed = _joined((head, facts, tags))
    room = limits.description - count_letters(fixed) - (len(_PARAGRAPH) if fixed else 0)
    shortened = words if count_letters(words) <= room else _shortened(words, room)
    return cut(_joined((head, shortened, facts, tags)), limits.description)


def hashtags(words: Iterable[str], most: int) -> tuple[str, ...]:
    """At most `most` hashtags, each once, letters and figures only: #90s, #freepeople."""
    tags = (_HASHTAG.sub("", word.casefold()) for word in words)
    return tuple(dict.fromkeys(f"#{tag}" for tag in tags if tag))[:most]


def _shortened(words: str, room: int) -> str:
    if room <= count_letters(_ELLIPSIS):
        return ""
    beginning = cut(words, room - count_letters(_ELLIPSIS))
    return beginning + _ELLIPSIS if beginning else ""


def _joined(paragraphs: Sequence[str]) -> str:
    return _PARAGRAPH.join(filter(None, paragraphs))


def _style_line(piece: Described) -> str:
    return f"{', '.join(piece.style_words).capitalize()}." if piece.style_words else ""


def _further_parts(piece: Described) -> Iterator[list[str]]:
    department = _DEPARTMENTS.get(fold(piece.department), piece.department)
    size = f"Size {piece.size}" if piece.size[:1].isdigit() else piece.size
    yield [*department.split(), *size.split()]
    yield [word for color in piece.colors for word in color.split()]
    yield _kind_words(piece.subcategory)
    yield _kind_words(piece.category)


def _kind_words(name: str) -> list[str]:
    """“Tees - Long Sleeve” as Long Sleeve Tee; names that list several kinds say nothing."""
    if "&" in name or " or " in name or fold(name) == "other":
        return []
    kind, _, more = name.partition(" - ")
    words = f"{more} {kind}".split()
    return [*words[:-1], *(_singular(word) for word in words[-1:])]


def _singular(word: str) -> str:
    return word if word.casefold() in _WORN_AS_PLURAL else _without_plural(word)


def _without_plural(word: str) -> str:
    plain = word.casefold()
    if plain in _SINGULARS:
        return _SINGULARS[plain].capitalize()
    if not plain.endswith("s") or plain.endswith("ss"):
        return word
    if plain.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-3] + "y" if plain.endswith("ies") and len(plain) > len("ties") else word[:-1]


def _fresh(words: Iterable[str], used: set[str]) -> list[str]:
    """The words not `used` yet, without linking words, each beginning large; marks them used."""
    fresh: list[str] = []
    for word in words:
        bare = word.strip(_OUTER)
        if bare and fold(bare) not in _LINKING and _stem(bare) not in used:
            used.add(_stem(bare))
            fresh.append(bare[0].upper() + bare[1:] if bare.islower() else bare)
    return fresh


def _without_lead(words: list[str], lead: list[str]) -> list[str]:
    same = [fold(word) for word in words[: len(lead)]] == [fold(word) for word in lead]
    return words[len(lead) :] if same else words


def _stems(text: str) -> list[str]:
    return [_stem(word.strip(_OUTER)) for word in text.split()]


def _stem(word: str) -> str:
    """What makes two words the same: Women’s and womens, tee and tees."""
    return fold(_without_plural(_POSSESSIVE.sub("", word)))
