"""How labels are called: in the dialog, and as a file."""

from __future__ import annotations

from closet_app.domain.filenames import safe_name
from closet_app.services.prints import PieceKind, PrintRequest
from closet_app.ui.printing.words import say_count, say_title
from closet_app.ui.words import say, say_many


def say_run(request: PrintRequest, piece: str) -> str:
    """“Wool coat”, “12 pieces”, “Bin A-07”; `piece` names a single one."""
    if request.kind is PieceKind.BIN:
        count = len(request.bins)
        single = say("Bin {name}", name=request.bins[0]) if count == 1 else ""
        return single or say_many("{count} bin", "{count} bins", count)
    count = len(request.ids)
    return (piece if count == 1 else "") or say_many("{count} piece", "{count} pieces", count)


def file_name(request: PrintRequest, number: str) -> str:
    """A PDF's proposed name: “Item label JL-0412.pdf”, “12 item labels.pdf”."""
    count = len(request.ids) + len(request.bins)
    single = f"{say_title(request.kind)} {number or ''.join(request.bins)}"
    name = single if count == 1 else say_count(request.kind, count)
    return f"{safe_name(name, fallback=say('Print'))}.pdf"
