"""An article as somebody typed it into a form: each part checked, the text kept letter for letter. Pure."""

from __future__ import annotations

from datetime import datetime

from index.errors import NoDate, NotAnArticle
from index.gather.dates import parse_date
from index.gather.language import read_off
from index.gather.urls import canonical_address
from index.gather.wording import one_line, storable
from index.types import Article

FORM = "the form"
"""Where a part that is missing should have stood."""


def typed_article(title: str, outlet: str, text: str, published: str | None, address: str | None) -> Article:
    """The article. NotAnArticle where title, outlet or text has no letter or digit, NoDate, AddressRefused."""
    for name, part in (("title", title), ("outlet", outlet), ("text", text)):
        if not any(map(str.isalnum, part)):
            raise NotAnArticle(FORM, f"there is no {name} in it")
    moment, has_time = dated(published) if published and published.strip() else (None, False)
    return Article(
        title=one_line(title),
        outlet=one_line(outlet),
        text=storable(text).strip(),
        url=canonical_address(address.strip()) if address and address.strip() else None,
        published=moment,
        has_time=has_time,
        language=read_off(text),
    )


def dated(published: str) -> tuple[datetime, bool]:
    """The moment of publication and whether it has a time; NoDate."""
    try:
        return parse_date(published)
    except ValueError as error:
        raise NoDate(published) from error
