"""Pages that look like articles and are none: paywalls, robot checks, error and login pages, videos, lists. Pure.

Told by what they say where they say little, and by what they call themselves. How many words make an article is
`files`' part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from index.errors import NotAnArticle
from index.gather.files import FEWEST_WORDS
from index.gather.notices import NOTICES, OFFERS, PAYWALL, TITLE
from index.gather.wording import count_words

LITTLE = 150
"""Words; the openings that paywalls leave have 30 to 120, notices fewer, and every phrase below stands in some article
that is longer."""
ENOUGH = 400
"""Words beyond which a page is an article whatever its address or its title says."""
LISTS = re.compile(r"/(?:tags?|category|categories|topics?|authors?|search|keywords?)(?:/[^/]+){0,2}/?$")
LIST_TYPES = frozenset({"CollectionPage", "ItemList", "SearchResultsPage", "ProfilePage"})
MANY_TEASERS = 10
"""Headlines that are links; of the 11 of 181 news pages that don't call themselves articles none has two."""
OPENING = "only its opening can be read without a subscription"


@dataclass(frozen=True, slots=True)
class Signs:
    """What a page shows of itself: `all_text` is everything it says, `teasers` counts the headlines that are links.

    `signed` says whether it names both an author and a day, `kinds` are the types its JSON-LD names, `free` whether
    it says that everybody may read it (None: neither).
    """

    title: str
    text: str
    all_text: str = ""
    address: str = ""
    is_article: bool = False
    signed: bool = False
    free: bool | None = None
    kinds: frozenset[str] = frozenset()
    og_type: str = ""
    teasers: int = 0


def refuse_walls(where: str, signs: Signs) -> None:
    """Refuse a page that is no article (NotAnArticle), with the reason as a clause."""
    if reason := wall(signs):
        raise NotAnArticle(where, reason)


def wall(signs: Signs) -> str | None:
    """Why a page is no article, None where nothing speaks against it."""
    words = count_words(signs.text)
    if words < ENOUGH and (reason := notice(signs, words) or stub(signs, words)):
        return reason
    return None if signs.is_article else other_page(signs, words)


def notice(signs: Signs, words: int) -> str | None:
    """What a page says instead of an article."""
    if words >= LITTLE:
        return f"its title is «{signs.title}»" if TITLE.fullmatch(signs.title) and not signs.is_article else None
    said = f"{signs.title}\n{signs.text}"
    anywhere = signs.all_text if words < FEWEST_WORDS else said
    told = (reason for pattern, reason in NOTICES if pattern.search(anywhere) or pattern.search(said))
    return next(told, None) or next((reason for pattern, reason in OFFERS if pattern.search(said)), None)


def stub(signs: Signs, words: int) -> str | None:
    """Whether only the beginning is there: it says so, breaks off, or ends in an invitation to subscribe."""
    if signs.free is False and (words < LITTLE or signs.text.endswith(("…", "..."))):
        return OPENING
    return OPENING if signs.free is not True and PAYWALL.search(f"{signs.title}\n{signs.text[-300:]}") else None


def other_page(signs: Signs, words: int) -> str | None:
    """Whether a page that calls itself no article is a list of articles or a video."""
    listed = signs.teasers >= MANY_TEASERS or LISTS.search(urlsplit(signs.address).path.lower())
    if signs.kinds & LIST_TYPES or (listed and not signs.signed):
        return "it lists articles: give the address of one"
    if words < LITTLE and (signs.og_type.startswith("video") or "VideoObject" in signs.kinds):
        return "it is a video without an article"
    return None
