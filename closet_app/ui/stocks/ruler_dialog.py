"""The ruler page of a stock: printed on the printer it lies in, or saved as a PDF."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from closet_app.domain.filenames import safe_name
from closet_app.domain.progress import Progress
from closet_app.errors import ClosetError
from closet_app.services.print_pages import Stock
from closet_app.services.ruler_pages import save_ruler
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.print_room.run_output import RunOutput
from closet_app.ui.printing.printers import Found, Printers, likely, role_of
from closet_app.ui.printing.running import PDF, with_suffix
from closet_app.ui.printing.sending import Sent
from closet_app.ui.widgets.dialogs import FormDialog
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import ComboField
from closet_app.ui.words import say


class RulerDialog(FormDialog):
    """It closes when the page was sent or saved."""

    def __init__(self, desk: Desk, stock: Stock, printers: Printers, parent: QWidget) -> None:
        super().__init__(say("Print a test page"), act=say("Print"), width=440, parent=parent)
        self._desk, self._stock, self._printers = desk, stock, printers
        self.output = RunOutput(desk, printers, self)
        self.printer = ComboField(say("Printer"))
        self.save_button = self.add_verb(say("Save PDF…"), "secondary", self.save)
        self._build()
        self.output.finished.connect(self.accept)
        self.output.stopped.connect(self._on_stopped)
        self.output.failed.connect(self._on_failed)
        self.output.ended.connect(lambda: self._allow(printing=True))
        desk.jobs.run(lambda _progress: printers.find(), owner=self, done=self._on_found, lane=READ)

    def _build(self) -> None:
        words = say(
            "Scales along the edges and the outlines of the labels. Print it on plain paper and "
            "hold it against {paper}: what is off can be moved in Pack and print.",
            paper=self._stock.name,
        )
        self.body.addWidget(PlainLabel(words, tone="muted", wrap=True))
        self.body.addWidget(self.printer)
        self.verbs.removeWidget(self.save_button)
        self.verbs.insertWidget(self.verbs.indexOf(self.act_button), self.save_button)
        self.act_button.setEnabled(False)

    def submit(self) -> None:
        """Send the page."""
        self.show_problem("")
        self._allow(printing=False)
        self.output.print_ruler(self._stock, str(self.printer.value()))

    def save(self) -> None:
        """Ask for a file and write the page into it."""
        proposed = f"{safe_name(self._stock.name, fallback=say('Test page'))}.pdf"
        kinds = f"PDF ({PDF})"
        path = self._desk.asking.save_file(self, say("Save PDF"), proposed, kinds)
        if path is None:
            return
        stock, target = self._stock, with_suffix(path)

        def work(_progress: Progress) -> None:
            save_ruler(stock, target)

        def done(_nothing: None) -> None:
            self._desk.toast(say("Saved {name}", name=target.name))
            self.accept()

        self._desk.jobs.run(work, owner=self, done=done, failed=self._on_failed, lane=READ)

    def _allow(self, *, printing: bool) -> None:
        self.act_button.setEnabled(printing and bool(self.printer.value()))

    def _on_found(self, found: Found) -> None:
        role = role_of(self._stock)
        kept = self._desk.choices.settings.printers.get(role, "")
        self.printer.set_options([(name, name) for name in found.names])
        self.printer.set_value(kept if kept in found.names else likely(role, found))
        self.printer.setVisible(bool(found.names))
        self._allow(printing=True)
        if not found.names:
            self.show_problem(
                say("No printer is set up on this computer. A PDF can be printed anywhere.")
            )

    def _on_stopped(self, sent: Sent) -> None:
        self._on_failed(sent.trouble) if sent.trouble else self.accept()

    def _on_failed(self, error: ClosetError) -> None:
        self.show_problem(" ".join(part for part in (error.what, error.remedy) if part))
