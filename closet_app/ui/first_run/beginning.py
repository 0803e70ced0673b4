"""Makes the new seller's closet, or opens the sample, and goes on to what she chose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from closet_app.domain.progress import Progress
from closet_app.errors import ClosetError, UserError
from closet_app.ui.first_run.answers import Questions
from closet_app.ui.widgets.dialogs import ConfirmDialog, open_modal
from closet_app.ui.words import say

if TYPE_CHECKING:
    from closet_app.services.beginning import Answers
    from closet_app.services.closet import Closet
    from closet_app.ui.desk import Desk
    from closet_app.ui.shell.program import Program

Then = Callable[["Desk"], object]


class Beginning(QObject):
    """`busy` says whether a closet is being made."""

    busy = Signal(bool)

    def __init__(self, program: Program, questions: Questions) -> None:
        super().__init__(questions)
        self._program = program
        self._questions = questions

    def start_empty(self, photos: list[Path]) -> None:
        """A new closet whose first pieces are on these photos."""
        from closet_app.ui.shell.adding import offer_files

        self._begin(lambda desk: offer_files(desk, photos))

    def start_typing(self) -> None:
        """A new closet whose first piece is typed in."""
        from closet_app.ui.shell.adding import new_item

        self._begin(new_item)

    def bring_in(self, sheet: Path) -> None:
        """A new closet that is filled from a spreadsheet."""
        self._begin(lambda desk: desk.navigator.go("import", sheet))

    def open_sample(self) -> None:
        """The sample closet, beside the folder of her own."""
        from closet_app.services.beginning import open_sample, sample_home

        around = self._program.around
        home = sample_home(self._questions.folder.folder)

        def work(progress: Progress) -> Closet:
            return open_sample(home, around.resources, around.clock, progress)

        self._make(work, None, say("Filling the sample closet"))

    def _begin(self, then: Then) -> None:
        from closet_app.services.beginning import Answers, Home, look_at

        questions = self._questions
        answers = Answers(questions.name_answer, questions.country_answer, questions.folder.folder)
        try:
            home = look_at(answers.folder)
        except UserError as why:
            questions.folder.set_error(str(why))
            return
        if home is Home.CLOSET:
            self._offer_to_open(answers.folder)
        elif home is Home.FULL:
            self._offer_folder_inside(answers.folder, then)
        else:
            self._make_own(answers, then)

    def _make_own(self, answers: Answers, then: Then) -> None:
        from closet_app.services.beginning import begin

        around = self._program.around
        self._make(
            lambda _progress: begin(answers, around.resources, around.clock),
            then,
            say("Making your closet"),
        )

    def _make(self, work: Callable[[Progress], Closet], then: Then | None, name: str) -> None:
        def failed(error: ClosetError) -> None:
            self.busy.emit(False)
            self._program.tell(error)

        self.busy.emit(True)
        self._program.make(work, then=then, failed=failed, name=name)

    def _offer_to_open(self, folder: Path) -> None:
        question = ConfirmDialog(
            say("There is a closet in this folder already."),
            say("Open it, or keep the new one somewhere else."),
            act=say("Open it"),
            keep=say("Choose another folder"),
            danger=False,
            parent=self._program.window,
        )
        question.rejected.connect(self._questions.folder.choose)
        open_modal(question, lambda: self._program.open(folder))

    def _offer_folder_inside(self, folder: Path, then: Then) -> None:
        inside = folder / say("Closet")
        question = ConfirmDialog(
            say("This folder holds other files."),
            say("They stay as they are. Closet can live in a folder of its own beside them."),
            act=say("Make the folder {name}", name=inside.name),
            keep=say("Choose another folder"),
            danger=False,
            parent=self._program.window,
        )

        def accept() -> None:
            self._questions.folder.set_folder(inside)
            self._begin(then)

        question.rejected.connect(self._questions.folder.choose)
        open_modal(question, accept)
