"""Which wire service an article says it is from. Pure.

Outlets print agencies' reports under their own name; what names the agency is the byline, the place line at the head
("LONDON (Reuters) -") or a credit line at the foot. A service that "contributed to this report" did not write it.
"""

from __future__ import annotations

import re

from index.types import Article

AGENCIES = {
    "AP": ("The Associated Press", "Associated Press", "AP"),
    "Reuters": ("Thomson Reuters", "Reuters"),
    "AFP": ("Agence France-Presse", "AFP"),
    "dpa": ("Deutsche Presse-Agentur", "dpa"),
    "PA Media": ("PA Media", "PA News Agency", "Press Association"),
    "Bloomberg": ("Bloomberg News", "Bloomberg"),
    "UPI": ("United Press International", "UPI"),
    "Xinhua": ("Xinhua News Agency", "Xinhua"),
    "TASS": ("ITAR-TASS", "TASS"),
    "Interfax": ("Interfax", "Interfax-Ukraine"),
    "Ukrinform": ("Ukrinform",),
    "Kyodo": ("Kyodo News", "Kyodo"),
    "Jiji": ("Jiji Press", "JIJI"),
    "Yonhap": ("Yonhap News Agency", "Yonhap"),
    "ANSA": ("ANSA",),
    "EFE": ("EFE",),
    "Anadolu": ("Anadolu Agency", "Anadolu Ajansı", "Anadolu", "AA"),
    "PTI": ("Press Trust of India", "PTI"),
    "ANI": ("Asian News International", "ANI"),
    "AAP": ("Australian Associated Press", "AAP"),
    "The Canadian Press": ("The Canadian Press", "Canadian Press"),
    "PAP": ("Polska Agencja Prasowa", "PAP"),
    "ČTK": ("ČTK", "CTK"),
    "APA": ("Austria Presse Agentur", "APA"),
    "ATS": ("Keystone-ATS", "Keystone-SDA", "ATS"),
    "Belga": ("Belga",),
    "ANP": ("Algemeen Nederlands Persbureau", "ANP"),
    "NTB": ("NTB",),
    "TT": ("TT News Agency",),
    "Ritzau": ("Ritzau",),
    "States Newsroom": ("States Newsroom",),
}
"""The services whose reports other outlets print whole: the American ones, and the members of the European and the
Asia-Pacific alliance of news agencies whose reports appear in the languages we are likely to meet. The first name is
ours, the others stand in bylines."""

HEAD, FOOT = 160, 240
"""Characters of a text in which a place line ends, and in which credit lines stand."""

_AGENCY = {name.lower(): agency for agency, names in AGENCIES.items() for name in names}
_NAME = (
    f"(?P<name>{'|'.join(sorted((re.escape(name) for names in AGENCIES.values() for name in names), key=len)[::-1])})"
)
_PARTS = re.compile(r"[,;/|&]|\b(?:and|of|for|with|by)\b", re.IGNORECASE)
_PLACE_LINE = re.compile(rf"\({_NAME}\)\s*[-–—:]")
_BYLINE = re.compile(rf"^\W*(?:By )?{_NAME}\W*$", re.MULTILINE)
_CREDIT = re.compile(
    rf"^\W*(?:(?:source|by|via|from|credit|agency)\W{{1,3}}|(?:©|\(c\)|copyright)\W*(?:\d{{4}}\W+)?){_NAME}"
    r"\W*(?:all rights reserved\W*)?$",
    re.MULTILINE | re.IGNORECASE,
)
_REPORTING = re.compile(r"\(Reporting by [^()]{3,200}[;.] ?(?:Additional|Editing|Writing|Compiled)[^()]{3,200}\)\s*$")
"""Reuters signs its reports like this, with or without its name."""


def agency_of(article: Article) -> str | None:
    """The wire service, None where the article names none as its author."""
    for part in _PARTS.split(article.author or ""):
        if agency := _AGENCY.get(part.strip(" .()").lower()):
            return agency
    head, foot = article.text[:HEAD], article.text[-FOOT:]
    found = _PLACE_LINE.search(head) or _BYLINE.search(head) or _CREDIT.search(foot) or _BYLINE.search(foot)
    if found:
        return _AGENCY[found["name"].lower()]
    return "Reuters" if _REPORTING.search(article.text[-2 * FOOT :].rstrip()) else None
