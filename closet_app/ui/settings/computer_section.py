"""What this person likes on this computer; it is not part of the closet."""

from __future__ import annotations

from closet_app.settings import TEXT_SIZES, Settings, Theme
from closet_app.ui.desk import Desk
from closet_app.ui.settings.section import Section
from closet_app.ui.widgets.choices import Segment, Segmented, SwitchField
from closet_app.ui.widgets.field_box import FieldBox
from closet_app.ui.words import mark, say

THEMES = {
    Theme.LIGHT: mark("Light"),
    Theme.DARK: mark("Dark"),
    Theme.SYSTEM: mark("As the system"),
}


class ComputerSection(Section):
    """Look, text size, keys and motion; each acts at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, say("This computer"), say("These are yours on this computer, in every closet.")
        )
        self.theme = Segmented(
            [Segment(theme.value, say(words)) for theme, words in THEMES.items()],
            name=say("Look"),
        )
        self.text_size = Segmented(
            [Segment(str(size), f"{size} %") for size in TEXT_SIZES], name=say("Text size")
        )
        self.letters = SwitchField(
            say("Single letters are commands"), say("such as R for Reprice; see F1")
        )
        self.motion = SwitchField(say("Panels and notices move"))
        for label, segmented in ((say("Look"), self.theme), (say("Text size"), self.text_size)):
            self.side_by_side(FieldBox(label, segmented))
        self.body.addWidget(self.letters)
        self.body.addWidget(self.motion)
        self._connect()
        self.reload()

    def reload(self) -> None:
        chosen: Settings = self.desk.choices.settings
        self.theme.set_value(chosen.theme.value)
        self.text_size.set_value(str(chosen.text_size))
        self.letters.set_value(chosen.single_letter_keys)
        self.motion.set_value(chosen.motion)

    def _connect(self) -> None:
        change = self.desk.choices.change
        self.theme.changed.connect(lambda theme: change(theme=Theme(theme)))
        self.text_size.changed.connect(lambda size: change(text_size=int(size)))
        self.letters.changed.connect(lambda on: change(single_letter_keys=on))
        self.motion.changed.connect(lambda on: change(motion=on))
