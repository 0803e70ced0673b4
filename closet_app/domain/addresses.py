"""Postal addresses in the form of their own country (Universal Postal Union's S42 templates)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from types import MappingProxyType

from closet_app.domain.countries import COUNTRIES, country_code

_CITY_FIRST = "{name}|{line1}|{line2}|{city}, {region} {postal_code}"
_CITY_ALONE = "{name}|{line1}|{line2}|{city} {region} {postal_code}"
_CODE_FIRST = "{name}|{line1}|{line2}|{postal_code} {city}"
_DEFAULT = "{name}|{line1}|{line2}|{postal_code} {city}|{region}"
_NATIVE = MappingProxyType(
    {
        "JP": "〒{postal_code}|{region}{city}{line1}|{line2}|{name}",
        "KR": "{region} {city} {line1}|{line2}|{name}|{postal_code}",
        "CN": "{postal_code}|{region}{city}{line1}|{line2}|{name}",
        "TW": "{postal_code}|{region}{city}{line1}|{line2}|{name}",
        "HK": "{region}{city}|{line1}|{line2}|{name}",
    }
)
"""Forms for addresses written in the country's own script, the largest place first."""

_FORMS = MappingProxyType(
    {
        "US": _CITY_FIRST,
        "PR": _CITY_FIRST,
        "CA": "{name}|{line1}|{line2}|{city} {region}  {postal_code}",
        "AU": _CITY_ALONE,
        "NZ": "{name}|{line1}|{line2}|{region}|{city} {postal_code}",
        "GB": "{name}|{line1}|{line2}|{city}|{region}|{postal_code}",
        "IE": "{name}|{line1}|{line2}|{city}|{region}|{postal_code}",
        "IT": "{name}|{line1}|{line2}|{postal_code} {city} {region}",
        "ES": "{name}|{line1}|{line2}|{postal_code} {city} ({region})",
        "MX": "{name}|{line1}|{line2}|{postal_code} {city}, {region}",
        "BR": "{name}|{line1}|{line2}|{city}-{region}|{postal_code}",
        "AR": "{name}|{line1}|{line2}|{postal_code} {city}|{region}",
        "CL": "{name}|{line1}|{line2}|{postal_code} {city}|{region}",
        "CO": "{name}|{line1}|{line2}|{city}, {region}, {postal_code}",
        "IN": "{name}|{line1}|{line2}|{city} {postal_code}|{region}",
        "PK": "{name}|{line1}|{line2}|{city}-{postal_code}",
        "TH": "{name}|{line1}|{line2}|{city}|{region} {postal_code}",
        "VN": "{name}|{line1}|{line2}|{city}|{region} {postal_code}",
        "PH": "{name}|{line1}|{line2}|{postal_code} {city}|{region}",
        "ID": "{name}|{line1}|{line2}|{city}|{region} {postal_code}",
        "MY": "{name}|{line1}|{line2}|{postal_code} {city}|{region}",
        "SG": "{name}|{line1}|{line2}|{city} {postal_code}",
        "JP": "{name}|{line1}|{line2}|{city}, {region}|{postal_code}",
        "KR": "{name}|{line1}|{line2}|{city}, {region}|{postal_code}",
        "CN": "{name}|{line1}|{line2}|{city}|{region}, {postal_code}",
        "TW": "{name}|{line1}|{line2}|{city}, {region} {postal_code}",
        "HK": "{name}|{line1}|{line2}|{city}|{region}",
        "IL": "{name}|{line1}|{line2}|{city} {postal_code}",
        "SA": "{name}|{line1}|{line2}|{city} {postal_code}|{region}",
        "EG": "{name}|{line1}|{line2}|{city}|{region}|{postal_code}",
        "AE": "{name}|{line1}|{line2}|{city}|{region}",
        "ZA": "{name}|{line1}|{line2}|{city}|{region}|{postal_code}",
        "UA": "{name}|{line1}|{line2}|{city}|{region}|{postal_code}",
        "RU": "{name}|{line1}|{line2}|{city}|{region}|{postal_code}",
        "TR": "{name}|{line1}|{line2}|{postal_code} {city} {region}",
        "LV": "{name}|{line1}|{line2}|{city}, {postal_code}",
        "HU": "{name}|{city}|{line1}|{line2}|{postal_code}",
        **dict.fromkeys(
            ("DE", "AT", "CH", "LI", "FR", "MC", "BE", "LU", "NL", "DK", "NO", "SE", "FI", "IS",
             "PT", "PL", "CZ", "SK", "SI", "HR", "GR", "EE", "LT", "RO", "BG", "RS"),
            _CODE_FIRST,
        ),
    }
)  # fmt: skip
_MILITARY = frozenset({"APO", "FPO", "DPO"})
"""Post for people abroad: place, region and code without a comma (the post's own form)."""
_GAPS = re.compile(r" {3,}")
_EMPTY_SIGNS = re.compile(r"\(\s*\)|〒(?=\s*$)")
_CITY_LINE = re.compile(
    r"(?P<city>[^,\d]+?),? +(?P<region>[A-Z]{2,3}) +(?P<code>\d{5}(?:-\d{4})?|\d{4}"
    r"|[A-Z]\d[A-Z] ?\d[A-Z]\d)"
)
_CODE_LINE = re.compile(
    r"(?P<code>(?:[A-Z]{1,2}-)?\d{3,5}(?:[ -]?(?:\d{2,4}|[A-Z]{2}))?) +(?P<city>\D+)"
)


@dataclass(frozen=True, slots=True)
class Address:
    """One address in parts; `country` is an ISO 3166 code or whatever was typed."""

    name: str = ""
    line1: str = ""
    line2: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""

    @property
    def can_be_posted(self) -> bool:
        """Whether there is enough to send a parcel to."""
        return bool(self.line1 and (self.city or self.postal_code))


def address_lines(address: Address, home_country: str) -> tuple[str, ...]:
    """The lines to print, the country in capitals below when it is not `home_country`.

    An address without a country is taken to be at home.
    """
    code = country_code(address.country) or address.country or home_country
    lines = [
        line for part in _form_of(code, address).split("|") if (line := _filled(part, address))
    ]
    if code != (country_code(home_country) or home_country) and lines:
        lines.append(COUNTRIES.get(code, code).upper())
    return tuple(lines)


def address_from_text(text: str, home_country: str) -> Address:
    """An address typed as free lines (or parted by semicolons, or commas in one line).

    Printed again it has the same lines; parts that cannot be told apart stay together. The
    name is not among the lines.
    """
    lines = _typed_lines(text)
    country = ""
    if len(lines) > 1 and (code := country_code(lines[-1])):
        country, lines = code, lines[:-1]
    if not lines:
        return Address(country=country)
    place = lines[-1] if len(lines) > 1 else ""
    found = _CITY_LINE.fullmatch(place) or _CODE_LINE.fullmatch(place)
    street = lines[:-1] if place else lines
    parts = found.groupdict() if found else {"city": place}
    return Address(
        line1=street[0],
        line2=", ".join(street[1:]),
        city=parts["city"].strip(),
        region=parts.get("region", ""),
        postal_code=parts.get("code", ""),
        country=country or home_country,
    )


def _typed_lines(text: str) -> list[str]:
    for separator in ("\n", ";"):
        if separator in text:
            return [line for part in text.split(separator) if (line := part.strip(" ,\r\t"))]
    parts = [part for typed in text.split(",") if (part := typed.strip())]
    # “Riverbend, OR 97201” is one line although a comma stands in it.
    for at in range(1, len(parts)):
        joined = f"{parts[at - 1]}, {parts[at]}"
        if _CITY_LINE.fullmatch(joined):
            return [*parts[: at - 1], joined, *parts[at + 1 :]]
    return parts


def _form_of(code: str, address: Address) -> str:
    if code in _NATIVE and _is_east_asian(address.line1 + address.city):
        return _NATIVE[code]
    if code == "US" and address.city.strip().upper() in _MILITARY:
        return _CITY_ALONE
    return _FORMS.get(code, _DEFAULT)


def _is_east_asian(text: str) -> bool:
    return any(unicodedata.east_asian_width(letter) in "WF" for letter in text)


def _filled(template: str, address: Address) -> str:
    values = {part: getattr(address, part).strip() for part in Address.__slots__}
    filled = _GAPS.sub(" ", _EMPTY_SIGNS.sub("", template.format_map(values)))
    # Separators that stood beside an empty part go with it.
    return re.sub(r"\s*,[\s,]*", ", ", filled).strip(" ,-")
