"""Files kept with an order: the marketplace's label, and photos of the packed parcel."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from closet_app.db.ledger import Ledger, reading
from closet_app.db.parcel_records import OrderFileRecord
from closet_app.db.records import OrderRecord
from closet_app.domain.filenames import safe_name
from closet_app.errors import InvalidValueError, NotFoundError, UserError
from closet_app.photo.sources import Source
from closet_app.photo.thumbnails import ThumbSize
from closet_app.services.changed import Changed, Problem
from closet_app.services.closet import Closet
from closet_app.services.label_trials import require_tried, tried
from closet_app.services.records.packing import LABEL, PARCEL_PHOTO, OrderFile
from closet_app.services.writing import Writing, writing
from closet_app.wording import counted, say_bytes, tr

LARGEST_LABEL = 20_000_000
"""Bytes."""
_OPEN = os.O_RDONLY | sum(
    getattr(os, flag, 0) for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC")
)
_PDF = b"%PDF"
_HEAD = 1024
"""Bytes within which a PDF says that it is one; programs put a few before it."""


def file_of(record: OrderFileRecord) -> OrderFile:
    """A file of an order as screens show it."""
    return OrderFile(
        id=record.id,
        order_id=record.order_id,
        kind=record.kind,
        name=record.original_name,
        sha256=record.sha256,
        extension=record.extension,
        size_bytes=record.size_bytes,
        added_at=record.added_at,  # type: ignore[arg-type]  # never missing
        printed_at=record.printed_at,
    )


def labels_of(closet: Closet, order_id: int) -> tuple[OrderFile, ...]:
    """The marketplace's labels of an order, the oldest first."""
    return _files(closet, order_id, LABEL)


def parcel_photos_of(closet: Closet, order_id: int) -> tuple[OrderFile, ...]:
    """The photos of an order's parcel, the oldest first."""
    return _files(closet, order_id, PARCEL_PHOTO)


def look_at_label(path: Path) -> str:
    """Try a label before it is attached; that takes most of a second, and attaching then little.

    Returns the words on it, none when it is a picture. Raises InvalidValueError as `attach_label`.
    """
    return _looked_at(path.name, read_label(path)).words


def attach_label(closet: Closet, order_id: int, path: Path) -> Changed:
    """Keep a PDF, PNG or JPEG as a label of an order; the file itself stays where it is.

    A page on which no label is seen is named among the problems, and will be printed smaller
    as a whole. Raises InvalidValueError, by sentence, for what cannot be printed, NotFoundError
    and MachineError.
    """
    return attach_label_bytes(closet, order_id, path.name, read_label(path))


def attach_label_bytes(closet: Closet, order_id: int, name: str, data: bytes) -> Changed:
    """As `attach_label`, of a label that is no file yet, such as a dropped one."""
    looked, number = _looked_at(name, data), _require_order(closet, order_id).number
    kept = _kept(closet, order_id, name, data, looked)
    label = tr("Attached a label to order {number}").format(number=number)
    with writing(closet, label) as step:
        _add(step, kept)
        step.problems.extend(looked.problems)
    return step.changed


def attach_labels(closet: Closet, wanted: Sequence[tuple[int, Path]]) -> Changed:
    """Labels of several orders, by their ids, as one step; one that cannot be is named and left."""
    kept: list[OrderFileRecord] = []
    problems: list[Problem] = []
    for order_id, path in wanted:
        try:
            data = read_label(path)
            looked = _looked_at(path.name, data)
            kept.append(_kept(closet, order_id, path.name, data, looked))
            problems.extend(looked.problems)
        except UserError as error:
            problems.append(Problem(safe_name(path.name), str(error)))
    with writing(closet, counted(len(kept), "Attached {n} label", "Attached {n} labels")) as step:
        for record in kept:
            _add(step, record)
        step.problems.extend(problems)
    return step.changed


def _kept(
    closet: Closet, order_id: int, name: str, data: bytes, looked: _Looked
) -> OrderFileRecord:
    """The row of a label whose file is stored."""
    return OrderFileRecord(
        order_id=order_id,
        kind=LABEL,
        sha256=closet.files.put(data, looked.extension),
        extension=looked.extension,
        original_name=safe_name(name, fallback=f"label.{looked.extension}"),
        size_bytes=len(data),
    )


def attach_parcel_photo(closet: Closet, order_id: int, source: Source) -> Changed:
    """Keep a photo of the packed parcel with its order, as proof; raises PhotoError."""
    _require_order(closet, order_id)
    photo = closet.photos.take_in(source, closet.thumbnails)
    kept = OrderFileRecord(
        order_id=order_id,
        kind=PARCEL_PHOTO,
        sha256=photo.sha256,
        extension=photo.extension,
        original_name=photo.original_name,
        size_bytes=photo.bytes,
    )
    with writing(closet, tr("Added a photo of the parcel")) as step:
        _add(step, kept)
    return step.changed


def remove_file(closet: Closet, file_id: int) -> Changed:
    """Take a label or a photo off its order; Undo brings it back."""
    with writing(closet, tr("Removed a file of the order")) as step:
        step.ledger.delete(step.ledger.get(OrderFileRecord, file_id))
    return step.changed


def label_pages(closet: Closet, order_id: int) -> bytes:
    """Every label of an order as a PDF of pages of 4 × 6 inches, cut out and upright.

    Raises NotFoundError without a label or when its file is gone, MachineError when the file
    is damaged, and InvalidValueError when it cannot be drawn.
    """
    from closet_app.printing.joining import join

    found = labels_of(closet, order_id)
    if not found:
        raise NotFoundError(tr("This order has no label file."), id=order_id)
    return join([pages_of(closet, each) for each in found], "Labels")


def pages_of(closet: Closet, file: OrderFile) -> bytes:
    """One label as pages of 4 × 6 inches; raises as `label_pages`."""
    from closet_app.printing.label_image import image_label_page
    from closet_app.printing.label_pdf import label_pages as pdf_pages

    data = closet.files.read(file.sha256)
    if file.extension != "pdf":
        return image_label_page(data)
    require_tried(data)
    return pdf_pages(data)


def picture_of(closet: Closet, file: OrderFile, size: str = ThumbSize.CARD) -> Path:
    """The file of a parcel photo's thumbnail, made when it is missing."""
    from closet_app.photo.recipe import Recipe

    return closet.thumbnails.get(file.sha256, Recipe(), size)


def read_file(closet: Closet, file_id: int) -> bytes:
    """The bytes of a label or of a parcel photo; raises NotFoundError and MachineError."""
    with reading(closet.database) as ledger:
        record = ledger.get(OrderFileRecord, file_id)
    if record.kind == LABEL:
        return closet.files.read(record.sha256)
    with closet.photos.open(record.sha256) as stream:
        return stream.read()


def path_of(closet: Closet, file: OrderFile) -> Path:
    """Where a file of an order lies; raises NotFoundError when it is gone."""
    store = closet.photos if file.kind == PARCEL_PHOTO else closet.files
    return store.path_of(file.sha256)


def read_label(path: Path) -> bytes:
    """All of a file that may be a label; raises InvalidValueError unless it can be one."""
    name = safe_name(path.name)
    try:
        with os.fdopen(os.open(path, _OPEN), "rb") as stream:
            facts = os.fstat(stream.fileno())
            if not stat.S_ISREG(facts.st_mode):
                raise InvalidValueError(tr("{name} is no file.").format(name=name), field="label")
            _require_size(name, facts.st_size)
            data = stream.read(LARGEST_LABEL + 1)
    except (OSError, ValueError) as error:
        raise InvalidValueError(
            tr("{name} cannot be read.").format(name=name),
            field="label",
            remedy=tr("See that it is still there and that you may open it."),
        ) from error
    _require_size(name, len(data))
    return data


@dataclass(frozen=True, slots=True)
class _Looked:
    """A label that can be printed: its extension, what is said of its pages, and its words."""

    extension: str
    problems: tuple[Problem, ...] = ()
    words: str = ""


def _looked_at(name: str, data: bytes) -> _Looked:
    from closet_app.printing.label_image import require_label_image

    shown = safe_name(name, fallback=tr("This label"))
    _require_size(shown, len(data))
    if _PDF in data[:_HEAD]:
        words = tr("No label was seen on page {n}, so the whole page will be made smaller.")
        trial = tried(data)
        lost = (Problem(shown, words.format(n=page + 1), is_mild=True) for page in trial.lost)
        return _Looked("pdf", tuple(lost), trial.words)
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff")):
        return _Looked(require_label_image(data))
    raise InvalidValueError(
        tr("{name} is no PDF, PNG or JPEG file.").format(name=shown),
        field="label",
        remedy=tr("Download the label as a PDF."),
    )


def _require_size(name: str, size: int) -> None:
    if not size:
        raise InvalidValueError(tr("{name} is empty.").format(name=name), field="label")
    if size > LARGEST_LABEL:
        words = tr("{name} is larger than {most}.")
        raise InvalidValueError(
            words.format(name=name, most=say_bytes(LARGEST_LABEL)),
            field="label",
            remedy=tr("Attach the label alone."),
        )


def _require_order(closet: Closet, order_id: int) -> OrderRecord:
    with reading(closet.database) as ledger:
        return ledger.get(OrderRecord, order_id)


def _add(step: Writing, wanted: OrderFileRecord) -> None:
    """The same file twice on one order is there once."""
    order = step.ledger.get(OrderRecord, wanted.order_id)
    same = {"order_id": order.id, "kind": wanted.kind, "sha256": wanted.sha256}
    if step.ledger.first(OrderFileRecord, **same) is None:
        step.ledger.add(replace(wanted, added_at=step.ledger.at))


def _files(closet: Closet, order_id: int, kind: str) -> tuple[OrderFile, ...]:
    with reading(closet.database) as ledger:
        return tuple(_of(ledger, order_id, kind))


def _of(ledger: Ledger, order_id: int, kind: str) -> Sequence[OrderFile]:
    return [file_of(each) for each in ledger.where(OrderFileRecord, order_id=order_id, kind=kind)]
