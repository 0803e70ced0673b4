"""Carriers: who sends a tracking number, whether its check digit fits, and where it is followed.

Check digits: GS1 General Specifications 7.9 (USPS, FedEx Ground, Canada Post, DHL in Germany),
UPU S10 (international post), UPS 1Z, FedEx Express, DHL Express (modulo 7).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from closet_app.domain.text import clean_line, fold

LONGEST = 60
_GAPS = re.compile(r"[\s.\-]+")
_ROUTING = re.compile(r"420(?:\d{5}|\d{9})(?=9[1-5]\d{20}$)")
"""The postal code that stands before the number in the bars of a USPS label."""
_S10 = re.compile(r"[A-Z]{2}\d{9}([A-Z]{2})")
_S10_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
_FEDEX_WEIGHTS = (3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1)


@dataclass(frozen=True, slots=True)
class Carrier:
    """Who carries parcels; `page` is where a number is followed, with `{number}` in it."""

    name: str
    page: str


@dataclass(frozen=True, slots=True)
class Guess:
    """The carrier a number looks like; `certain` when its check digit fits.

    `mistyped` says that it is of this carrier's form and the check digit does not fit.
    """

    carrier: Carrier
    certain: bool
    mistyped: bool = False


@dataclass(frozen=True, slots=True)
class _Form:
    """One form of a carrier's numbers.

    With a `home` a number whose check digit does not settle it counts in that country only;
    `abroad` is False where even one that fits may be another's.
    """

    carrier: str
    pattern: re.Pattern[str]
    check: Callable[[str], bool] | None = None
    home: str = ""
    abroad: bool = True


CARRIERS: dict[str, Carrier] = {
    each.name: each
    for each in (
        Carrier("USPS", "https://tools.usps.com/go/TrackConfirmAction?tLabels={number}"),
        Carrier("UPS", "https://www.ups.com/track?tracknum={number}"),
        Carrier("FedEx", "https://www.fedex.com/fedextrack/?trknbr={number}"),
        Carrier("DHL", "https://www.dhl.com/global-en/home/tracking.html?tracking-id={number}"),
        Carrier(
            "Deutsche Post DHL",
            "https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?piececode={number}",
        ),
        Carrier(
            "Royal Mail",
            "https://www.royalmail.com/track-your-item#/tracking-results/{number}",
        ),
        Carrier(
            "Canada Post",
            "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={number}",
        ),
        Carrier("Australia Post", "https://auspost.com.au/mypost/track/details/{number}"),
        Carrier("NZ Post", "https://www.nzpost.co.nz/tools/tracking?trackid={number}"),
        Carrier(
            "Korea Post",
            "https://service.epost.go.kr/trace.RetrieveDomRigiTraceList.comm?sid1={number}",
        ),
        Carrier(
            "Japan Post",
            "https://trackings.post.japanpost.jp/services/srv/search/direct?reqCodeNo1={number}",
        ),
        Carrier("La Poste", "https://www.laposte.fr/outils/suivre-vos-envois?code={number}"),
        Carrier("An Post", "https://www.anpost.com/Post-Parcels/Track/History?item={number}"),
        Carrier("PostNL", "https://postnl.post/tracktrace?B={number}"),
    )
}
"""Every carrier that is known, by name."""

POSTS = {
    "US": "USPS", "GB": "Royal Mail", "CA": "Canada Post", "AU": "Australia Post",
    "NZ": "NZ Post", "KR": "Korea Post", "JP": "Japan Post", "DE": "Deutsche Post DHL",
    "FR": "La Poste", "IE": "An Post", "NL": "PostNL",
}  # fmt: skip
"""Who gives out the international numbers that end in a country's letters."""


def plain_number(number: str) -> str:
    """A tracking number as carriers take it: capitals, without gaps or a label's routing code."""
    plain = _GAPS.sub("", clean_line(number)).upper()[:LONGEST]
    return _ROUTING.sub("", plain)


def guess_carrier(number: str, home: str = "") -> Guess | None:
    """Who sends `number`, by its form and check digit; `home` is the shop's country.

    A form that is right beats one whose check digit is wrong; None when no form fits.
    """
    plain = plain_number(number)
    found = [guess for form in _FORMS if (guess := _of_form(form, plain, home)) is not None]
    post = _of_post(plain)
    found += [post] if post else []
    found.sort(key=lambda guess: (not guess.certain, guess.mistyped))
    return found[0] if found else None


def find_carrier(name: str) -> Carrier | None:
    """The carrier of a typed name; case and spaces do not count."""
    wanted = fold(name).replace(" ", "")
    return next((c for c in CARRIERS.values() if fold(c.name).replace(" ", "") == wanted), None)


def tracking_link(carrier: str, number: str, home: str = "") -> str:
    """Where `number` is followed, of the carrier named or else of the one it looks like.

    Empty when no page is known. Always https, and nothing of the number changes where it leads.
    """
    plain = plain_number(number)
    if not plain:
        return ""
    known = find_carrier(carrier)
    if known is None and not clean_line(carrier):
        guess = guess_carrier(plain, home)
        known = guess.carrier if guess else None
    return known.page.replace("{number}", quote(plain, safe="")) if known else ""


def _of_form(form: _Form, number: str, home: str) -> Guess | None:
    if form.pattern.fullmatch(number) is None:
        return None
    fits = form.check is not None and form.check(number)
    if form.home not in {"", home} and not (fits and form.abroad):
        return None
    return Guess(CARRIERS[form.carrier], fits, mistyped=form.check is not None and not fits)


def _of_post(number: str) -> Guess | None:
    found = _S10.fullmatch(number)
    name = POSTS.get(found[1], "") if found else ""
    if not name:
        return None
    fits = _s10(number)
    return Guess(CARRIERS[name], fits, mistyped=not fits)


def _gs1(number: str) -> bool:
    digits = [int(digit) for digit in reversed(number)]
    total = sum(digit * (3 if at % 2 else 1) for at, digit in enumerate(digits))
    return total % 10 == 0


def _s10(number: str) -> bool:
    digits = [int(digit) for digit in number[2:11]]
    rest = 11 - sum(map(int.__mul__, digits, _S10_WEIGHTS)) % 11
    return digits[8] == {10: 0, 11: 5}.get(rest, rest)


def _ups(number: str) -> bool:
    values = [int(sign) if sign.isdigit() else (ord(sign) - 63) % 10 for sign in number[2:]]
    total = sum(values[0:15:2]) + 2 * sum(values[1:15:2])
    return -total % 10 == values[15]


def _fedex(number: str) -> bool:
    digits = [int(digit) for digit in number]
    return sum(map(int.__mul__, digits, _FEDEX_WEIGHTS)) % 11 % 10 == digits[11]


def _modulo_seven(number: str) -> bool:
    return int(number[:-1]) % 7 == int(number[-1])


_FORMS = (
    _Form("UPS", re.compile(r"1Z[0-9A-Z]{15}\d", re.ASCII), _ups),
    _Form("USPS", re.compile(r"9[1-5]\d{20}", re.ASCII), _gs1),
    _Form("USPS", re.compile(r"(?:0[37]|1[04]|23|7[013])\d{18}", re.ASCII), _gs1),
    _Form("Deutsche Post DHL", re.compile(r"00340\d{15}", re.ASCII), _gs1),
    _Form("Canada Post", re.compile(r"\d{16}", re.ASCII), _gs1, "CA"),
    _Form("FedEx", re.compile(r"\d{15}", re.ASCII), _gs1),
    _Form("Japan Post", re.compile(r"\d{12}", re.ASCII), _modulo_seven, "JP", abroad=False),
    _Form("FedEx", re.compile(r"\d{12}", re.ASCII), _fedex),
    _Form("DHL", re.compile(r"\d{10}", re.ASCII), _modulo_seven),
    _Form("DHL", re.compile(r"J(?:JD|VGL)[0-9A-Z]{8,20}", re.ASCII)),
    _Form("Korea Post", re.compile(r"\d{13}", re.ASCII), None, "KR"),
)
