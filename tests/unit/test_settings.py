from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.errors import MachineError
from closet_app.settings import (
    LARGEST_FILE,
    TEXT_SIZES,
    LoadedSettings,
    Settings,
    Theme,
    WindowPlace,
    load_settings,
    save_settings,
)

FULL = Settings(
    last_closet=Path("/home/maya/Closet"),
    theme=Theme.DARK,
    text_size=115,
    single_letter_keys=False,
    windows={"main": WindowPlace(-40, 20, 1440, 900, maximized=True)},
    panes={"closet": (216, 800, 336)},
    columns={"closet": ("title", "brand")},
    printers={"paper": "Kitchen “inkjet”", "labels": "DYMO\n450"},
    shop_color="#aabbcc",
    nudges={"avery-5160": (-5, 12)},
    watched_folder=Path("/home/maya/Phone sync"),
)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == LoadedSettings(Settings())


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "settings.toml"
    save_settings(path, FULL)
    assert load_settings(path) == LoadedSettings(FULL)
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


@given(
    st.builds(
        Settings,
        theme=st.sampled_from(Theme),
        text_size=st.sampled_from(TEXT_SIZES),
        single_letter_keys=st.booleans(),
        printers=st.dictionaries(NAMES, NAMES, max_size=3),
        panes=st.dictionaries(NAMES, st.tuples(st.integers(0, 4000)), max_size=3),
    )
)
def test_any_settings_survive_their_file(settings: Settings) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / "settings.toml"
        save_settings(path, settings)
        assert load_settings(path).settings == settings


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe garbage", b"theme = ", b"version = 2\ntheme = 'dark'", b"version = 'x'",
        b"#" * (LARGEST_FILE + 1), b"\x80\x04\x95.",
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_kept_aside(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "settings.toml"
    (tmp_path / "settings-old-1.toml").write_text("older")
    path.write_bytes(data)
    loaded = load_settings(path)
    assert loaded == LoadedSettings(Settings(), tmp_path / "settings-old-2.toml")
    assert (tmp_path / "settings-old-2.toml").read_bytes() == data
    assert not path.exists()


def test_a_value_without_sense_is_its_default(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(
        """
        last_closet = 5
        theme = ["dark"]
        text_size = 117
        single_letter_keys = "yes"
        panes = { closet = [1, "2"], orders = [272, 800], buyers = 4 }
        printers = { paper = 3, labels = "DYMO" }
        shop_color = "red"
        columns = "all"
        [windows]
        main = { x = 0, y = 0, width = 0, height = 5 }
        far = { x = 99999999, y = 0, width = 10, height = 5 }
        half = { x = 1 }
        flat = 7
        good = { x = 1, y = 2, width = 3, height = 4 }
        """
    )
    assert load_settings(path).settings == Settings(
        panes={"orders": (272, 800)},
        printers={"labels": "DYMO"},
        windows={"good": WindowPlace(1, 2, 3, 4)},
    )


def test_an_empty_last_closet_is_none(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    for nowhere in ('" "', '"/closet\\u0000"'):
        path.write_text(f'last_closet = {nowhere}\ntheme = "purple"')
        assert load_settings(path) == LoadedSettings(Settings())


def test_what_cannot_be_read_leaves_the_file_alone(tmp_path: Path) -> None:
    folder = tmp_path / "settings.toml"
    folder.mkdir()
    assert load_settings(folder) == LoadedSettings(Settings())
    assert folder.is_dir()


def test_what_cannot_be_saved_says_so_and_leaves_nothing_behind(tmp_path: Path) -> None:
    taken = tmp_path / "settings.toml"
    taken.mkdir()
    (taken / "inside").touch()
    with pytest.raises(MachineError, match="could not be saved"):
        save_settings(taken, FULL)
    assert [file.name for file in tmp_path.iterdir()] == ["settings.toml"]


def test_a_file_that_cannot_be_moved_still_gives_defaults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("theme =")

    def refuse(*_: object) -> Path:
        raise PermissionError

    monkeypatch.setattr(Path, "rename", refuse)
    assert load_settings(path) == LoadedSettings(Settings())


def test_saving_twice_keeps_the_newest(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    save_settings(path, FULL)
    save_settings(path, replace(FULL, theme=Theme.LIGHT))
    assert load_settings(path).settings.theme is Theme.LIGHT
