"""Write the template that translators start from: every sentence of Closet, once.

`python -m tools.translations` writes `resources/translations/closet.pot`. The file holds no day
and no computer, so that the same code always gives the same template.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po

from closet_app import __version__
from closet_app.domain.countries import COUNTRIES
from closet_app.domain.fields import FIELDS
from closet_app.domain.query import HAS_KEYS, KEYS
from closet_app.printing.stock import load_stock, stock_ids
from closet_app.services.packing import PRINTED

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "closet_app"
TEMPLATE = ROOT / "resources" / "translations" / "closet.pot"

KEYWORDS: Mapping[str, tuple[int, ...]] = {
    "say": (0,),
    "mark": (0,),
    "tr": (0,),
    "say_many": (0, 1),
    "plural": (1, 2),
    "counted": (1, 2),
}
"""Which arguments of these calls are sentences: one, or one for a single thing and one for many."""
TRANSLATED_LATER, COUNTED_LATER = "tr", "counted"
"""The calls that sentences of errors, and pairs that are handed on, come to in the end."""
COUNTS = ("{n}", "{count}")
ERROR_WORDS = frozenset({"safe", "remedy"})
OTHER_SAY = frozenset({"cli", "printing"})
"""Packages whose `say` is another: it writes to the terminal, or looks up a printed phrase."""
HEADER = (
    'msgid ""\n'
    'msgstr ""\n'
    f'"Project-Id-Version: Closet {__version__}\\n"\n'
    '"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Content-Transfer-Encoding: 8bit\\n"\n\n'
)

Sentences = tuple[str, ...]
Found = tuple[int, str | tuple[str, ...], list[str], str | None]


class Source(Protocol):
    """A file as babel hands it over."""

    def read(self, size: int = ..., /) -> bytes:
        """Its bytes."""


def template() -> bytes:
    """The template as the bytes of its file."""
    out = BytesIO()
    write_po(out, catalog(), omit_header=True, sort_by_file=True, include_lineno=False)
    return HEADER.encode() + out.getvalue()


def catalog() -> Catalog:
    """Every sentence of code and tables with the files it stands in."""
    made = Catalog(charset="utf-8", fuzzy=False)
    for place, words in _of_tables():
        made.add(words, locations=[(place, 1)])
    for file in sorted(PACKAGE.rglob("*.py")):
        for _, said, _, _ in _of_file(file):
            made.add(said, locations=[(file.relative_to(ROOT).as_posix(), 1)])
    return made


def spoken_arguments(call: ast.Call) -> Sequence[ast.expr]:
    """The arguments of `call` that must be sentences; none when it is no call of `KEYWORDS`."""
    places = KEYWORDS.get(_name_of(call), ())
    return [call.args[place] for place in places if place < len(call.args)]


def python_sentences(
    fileobj: Source, keywords: Collection[str], _tags: object, options: object
) -> Iterator[Any]:
    """What babel's extraction asks of a method: line, call, words and comments of each call.

    Read from the syntax tree: `say(NAMES["size"])` holds no sentence of its own, and the remedy
    of an error is one wherever it stands.
    """
    del options
    tree = ast.parse(fileobj.read())
    named = dict(_named(tree))
    for node in ast.walk(tree):
        match node:
            case ast.Call() if _name_of(node) in keywords:
                yield from _of_call(node, _name_of(node), named)
            case ast.Call() if _name_of(node).endswith("Error"):
                yield from _of_error(node)
            case ast.Call(args=values) | ast.Tuple(elts=values):
                yield from _of_pairs(values)


def main() -> int:
    """Write the template and say how many sentences it holds."""
    TEMPLATE.parent.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_bytes(template())
    print(f"{TEMPLATE.relative_to(ROOT)}: {len(catalog()):,} sentences")
    return 0


def _of_file(file: Path) -> list[Found]:
    is_other = file.relative_to(PACKAGE).parts[0] in OTHER_SAY
    forms = {name: None if len(places) == 1 else (1, 2) for name, places in KEYWORDS.items()}
    if is_other:
        del forms["say"]
    with file.open("rb") as source:
        return list(extract(python_sentences, source, forms))


def _of_tables() -> Iterator[tuple[str, str]]:
    """Words of tables below `ui`, which are translated when they are shown."""
    yield from (("closet_app/domain/fields.py", field.words) for field in FIELDS)
    yield from (("closet_app/domain/fields.py", field.hint) for field in FIELDS if field.hint)
    yield from (("closet_app/domain/query/keys.py", key.words) for key in KEYS)
    yield from (("closet_app/domain/query/keys.py", name) for name in HAS_KEYS)
    yield from (("closet_app/domain/countries.py", name) for name in COUNTRIES.values())
    yield from (("closet_app/services/packing.py", words) for _, words in PRINTED)
    yield from ((f"resources/stock/{each}.toml", load_stock(each).name) for each in stock_ids())


def _of_call(call: ast.Call, name: str, named: Mapping[str, Sentences]) -> Iterator[Any]:
    said = [_sentences(argument, named) for argument in spoken_arguments(call)]
    if len(said) == 1:
        yield from ((call.lineno, name, words, []) for words in said[0])
    elif said and all(said):
        yield call.lineno, name, tuple(words[0] for words in said), []


def _of_error(call: ast.Call) -> Iterator[Any]:
    spoken = [*call.args[:1], *(word.value for word in call.keywords if word.arg in ERROR_WORDS)]
    for words in (each for one in spoken for each in _sentences(one, {})):
        yield call.lineno, TRANSLATED_LATER, words, []


def _of_pairs(values: Sequence[ast.expr]) -> Iterator[Any]:
    """Words for one and for many that are handed on together: `("{n} item", "{n} items")`."""
    for one, many in pairwise(values):
        said = [_sentences(_unmarked(each), {}) for each in (one, many)]
        if all(words and any(count in words[0] for count in COUNTS) for words in said):
            yield one.lineno, COUNTED_LATER, tuple(words[0] for words in said), []


def _unmarked(expression: ast.expr) -> ast.expr:
    is_mark = isinstance(expression, ast.Call) and _name_of(expression) == "mark"
    return expression.args[0] if isinstance(expression, ast.Call) and is_mark else expression


def _sentences(expression: ast.expr, named: Mapping[str, Sentences]) -> Sentences:
    """Every sentence that the value of `expression` can be, as far as this module says."""
    find = partial(_sentences, named=named)
    match expression:
        case ast.Constant(value=str(words)) if any(map(str.isalpha, words)):
            return (words,)
        case ast.IfExp(body=first, orelse=second):
            return find(first) + find(second)
        case ast.BoolOp(values=values):
            return tuple(words for value in values for words in find(value))
        case ast.Name(id=name) | ast.Subscript(value=ast.Name(id=name)):
            return named.get(name, ())
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="get"), args=arguments):
            return named.get(name, ()) + tuple(w for each in arguments[1:] for w in find(each))
    return ()


def _named(tree: ast.Module) -> Iterator[tuple[str, Sentences]]:
    """The sentences that stand in constants of a module: texts, tuples and values of tables."""
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield name, _held(value)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield name, _held(value)


def _held(value: ast.expr) -> Sentences:
    match value:
        case ast.Dict(values=values) | ast.Tuple(elts=values) | ast.List(elts=values):
            return tuple(words for each in values for words in _sentences(each, {}))
    return _sentences(value, {})


def _name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


if __name__ == "__main__":
    sys.exit(main())
