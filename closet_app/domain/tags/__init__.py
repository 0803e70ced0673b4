"""What the words of a sewn-in label say: brand, size, material, care, where it was made."""

from closet_app.domain.tags.brands import BrandBook
from closet_app.domain.tags.facts import TagFact, TagFacts, read_tag
from closet_app.domain.tags.materials import Blend
from closet_app.domain.tags.words import TagBook, TagLine

__all__ = ["Blend", "BrandBook", "TagBook", "TagFact", "TagFacts", "TagLine", "read_tag"]
