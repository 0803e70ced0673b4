"""The words a field can be chosen from, completed while they are typed."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from closet_app.domain.item import ItemFacts
from closet_app.domain.taxonomy import Taxonomy
from closet_app.ui.editor.tidying import options_of
from closet_app.ui.widgets.word_completer import WordCompleter
from closet_app.wording import condition_words


def offer_words(line: QLineEdit, key: str, taxonomy: Taxonomy) -> None:
    """Complete what is typed from the words the field knows, when it knows any."""
    words = _words(key, taxonomy)
    if not words:
        return
    line.setCompleter(WordCompleter(words, line))


def _words(key: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    if key == "condition":
        return tuple(words for _condition, words in condition_words())
    if key == "colors":
        return tuple(color.name for color in taxonomy.palette.listed)
    return options_of(ItemFacts(), taxonomy).get(key, ())
