"""How much work it is to draw a PDF page, bounded from above before anything is drawn.

A page of two kilobytes can ask for ten thousand million forms, and drawing cannot be interrupted.
Operators cannot be written in another way, so counting their letters finds at least all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from closet_app.errors import InvalidValueError

if TYPE_CHECKING:
    from pypdf import PageObject

MOST_WORK = 500_000
"""Forms, or tenths of a megapixel; about four seconds."""
MOST_BYTES = 30_000_000
"""Unpacked drawing instructions of one page."""
_DEEPEST = 24
_PIXELS_A_UNIT = 100_000


def require_little_work(page: PageObject) -> None:
    """Raises InvalidValueError for a page that would take too long to draw."""
    contents = page.get_contents()
    data = contents.get_data() if contents is not None else b""
    if _Counting().of(data, page.get("/Resources"), 0) > MOST_WORK:
        raise _too_much()


class _Counting:
    """Counts the work of streams, each stream once with the resources it is drawn with."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], int] = {}
        self._kept: list[object] = []
        self._bytes = 0

    def of(self, data: bytes, resources: Any, depth: int) -> int:  # noqa: ANN401 - any PDF object
        """The work of drawing instructions: theirs, and that of the dearest thing they can call."""
        self._bytes += len(data)
        if depth > _DEEPEST or self._bytes > MOST_BYTES:
            raise _too_much()
        table = _dictionary(resources)
        work = 1
        for operators, called in _CALLS:
            times = sum(data.count(each) for each in operators) if operators else len(data)
            streams = called(table) if times else iter(())
            dearest = max((self._stream(one, table, depth + 1) for one in streams), default=0)
            work += times * dearest
        return work

    def _stream(self, stream: Any, around: Any, depth: int) -> int:  # noqa: ANN401 - as above
        if stream.get("/Subtype") == "/Image":
            return (
                1 + int(stream.get("/Width", 0)) * int(stream.get("/Height", 0)) // _PIXELS_A_UNIT
            )
        resources = stream.get("/Resources", around)
        key = id(stream), id(_dictionary(resources))
        if key not in self._known:
            self._known[key] = 0  # one that calls itself is not drawn again
            self._kept += [stream, resources]
            self._known[key] = self.of(stream.get_data(), resources, depth)
        return self._known[key]


def _forms(resources: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    return _streams(_dictionary(resources.get("/XObject")).values())


def _patterns(resources: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    return _streams(_dictionary(resources.get("/Pattern")).values())


def _masks(resources: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    for state in _dictionary(resources.get("/ExtGState")).values():
        mask = _dictionary(_dictionary(state).get("/SMask"))
        yield from _streams([mask.get("/G")])


def _drawn_letters(resources: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    """Letters that are drawings, of fonts that bring things to draw of their own."""
    for font in _dictionary(resources.get("/Font")).values():
        table = _dictionary(font)
        if _dictionary(table.get("/Resources")).get("/XObject") is not None:
            yield from _streams(_dictionary(table.get("/CharProcs")).values())


_CALLS = (
    ((b"Do",), _forms),
    ((b"scn", b"SCN"), _patterns),
    ((b"gs",), _masks),
    ((), _drawn_letters),
)
"""Which operators call what; without operators any byte may be a letter."""


def _dictionary(value: Any) -> Any:  # noqa: ANN401 - as above
    from pypdf.generic import DictionaryObject

    found = value.get_object() if value is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _streams(values: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    from pypdf.generic import StreamObject

    for value in values:
        found = value.get_object() if value is not None else None
        if isinstance(found, StreamObject):
            yield found


def _too_much() -> InvalidValueError:
    return InvalidValueError(
        "This PDF takes too long to draw.",
        field="label",
        remedy="Print the label from the marketplace, or attach a picture of it.",
    )
