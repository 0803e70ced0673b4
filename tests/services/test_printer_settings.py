"""What is remembered of printers in the user's settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.errors import InvalidValueError
from closet_app.services.printer_settings import (
    FARTHEST,
    LABELS,
    PAPER,
    STRAIGHT,
    Nudge,
    keep_nudge,
    nudge_of,
    printer_for,
    remember_printer,
)
from closet_app.settings import Settings, load_settings, save_settings

INKJET, ZEBRA = "Office inkjet", "4 × 6 thermal"


def test_each_printer_has_its_own_nudge_on_each_stock(tmp_path: Path) -> None:
    nudge = Nudge(-500, 1_250, 0.998, 1.0125)
    settings = keep_nudge(Settings(), INKJET, "avery-5160", nudge)
    save_settings(tmp_path / "settings.toml", settings)
    again = load_settings(tmp_path / "settings.toml").settings
    assert nudge_of(again, INKJET, "avery-5160") == nudge
    assert nudge_of(again, INKJET, "avery-5163") == STRAIGHT
    assert nudge_of(again, ZEBRA, "avery-5160") == STRAIGHT


def test_a_nudge_for_any_printer_gives_way_to_the_printers_own() -> None:
    settings = keep_nudge(Settings(), "", "avery-5160", Nudge(x=100))
    assert nudge_of(settings, INKJET, "avery-5160") == Nudge(x=100)
    settings = keep_nudge(settings, INKJET, "avery-5160", STRAIGHT)
    assert nudge_of(settings, INKJET, "avery-5160") == STRAIGHT


def test_tenths_of_a_millimetre_of_older_settings_still_count() -> None:
    assert nudge_of(Settings(nudges={"avery-5160": (-5, 12)}), INKJET, "avery-5160") == Nudge(
        -500, 1_200
    )


@given(st.lists(st.integers(), max_size=6))
def test_whatever_a_settings_file_says_the_print_stays_in_reach(kept: list[int]) -> None:
    nudge = nudge_of(Settings(nudges={"letter": tuple(kept)}), INKJET, "letter")
    assert abs(nudge.x) <= FARTHEST
    assert abs(nudge.y) <= FARTHEST
    assert 0.9 <= min(nudge.scale_x, nudge.scale_y) <= max(nudge.scale_x, nudge.scale_y) <= 1.1


@pytest.mark.parametrize(
    ("nudge", "field"),
    [(Nudge(x=10_001), "x"), (Nudge(y=-20_000), "y"), (Nudge(scale_y=1.2), "scale_y")],
)
def test_a_nudge_out_of_reach_is_refused(nudge: Nudge, field: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        keep_nudge(Settings(), INKJET, "letter", nudge)
    assert refused.value.field == field


def test_two_printers_are_remembered() -> None:
    settings = remember_printer(Settings(), PAPER, INKJET)
    settings = remember_printer(settings, LABELS, ZEBRA)
    assert (printer_for(settings, PAPER), printer_for(settings, LABELS)) == (INKJET, ZEBRA)
    assert printer_for(Settings(), PAPER) == ""
