"""What of a text a reader would call the article: lines that pages put around it left out, typography folded. Pure.

For comparing only: what is stored and quoted stays letter for letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_MOMENT = (
    r"(?:\d[\d:./-]*(?:st|nd|rd|th)?|an?|few|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|ago|just|now"
    r"|today|yesterday|at|on|am|pm|a\.m\.|p\.m\.|gmt|utc|bst|cet|est|edt|et|pst|pdt|pt|ist"
    r"|mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_STAMP = rf"(?:(?:first |last )?(?:updated|published|posted|modified)\b[:\s]*)?(?:{_MOMENT}[\s,|•·-]*)+"
"""When a page says it was published or updated: a whole line of nothing else."""

_LINK_HEADING = (
    r"(?:related(?: (?:articles?|stories|story|content|coverage|topics|links|news))?|more on this(?: story| topic)?"
    r"|more from [^.!?]{1,40}|recommended(?: for you)?|you (?:may|might) also like|most (?:read|popular|viewed)"
    r"|top stories|latest (?:news|stories)|in case you missed it|read more|see also|also read|read also|don['’]t miss)"
)
_FURNITURE = (
    rf"{_LINK_HEADING}(?::.*)?|read (?:more|also|next)\b.{{0,120}}|\d+ ?min(?:ute)?s? read|\d+ comments?|comments?|"
    r"(?:advertisement|advert|ad|sponsored(?: content)?|promoted|skip (?:ad|advert|advertisement))"
    r"|(?:story|article) continues (?:below|after)(?: (?:this )?(?:ad|advert|advertisement|video))?"
    r"|share(?: (?:this|on|via|by|with)\b.{0,60})?|copy link|print(?: this)?(?: (?:page|article|story))?|e-?mail|save"
    r"|facebook|twitter|x|whatsapp|telegram|reddit|linkedin|bluesky|listen to (?:this )?(?:article|story)|watch live"
    r"|follow (?:us|me|him|her|them|\S+(?: \S+)?) on\b.{0,100}|join (?:us|our)\b.{0,100}"
    r"|(?:sign up|subscribe|register|log in|sign in)\b.{0,40}"
    r"|(?:sign up|subscribe|register|get)\b.{0,160}\b(?:newsletters?|inbox|e-?mails?|alerts?|app)\b.{0,60}"
    r"|download (?:our|the)\b.{0,60}\bapp\b.{0,40}"
    r"|(?:©|\(c\)|copyright)\b.{0,120}|.{0,60}\ball rights reserved\b.{0,80}"
)
_LINE = re.compile(rf"(?:{_STAMP}|{_FURNITURE})[.:!…>»→]*", re.IGNORECASE)
_HEADING = re.compile(rf"{_LINK_HEADING}:?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")

LONGEST_LINE = 250
"""A longer line is never furniture, so that no pattern reads on for long."""

LONGEST_LINK = 20
"""Words of a link below a heading such as "Related articles" at most; a headline has 8 to 15."""

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
    }
)
_DASH = re.compile(r"\s*-+\s*")


def reader_text(text: str) -> str:
    """The article's own lines, each with its words a space apart and typographic variants folded."""
    return "\n".join(filter(None, map(folded, _own_lines(text))))


def folded(text: str) -> str:
    """A text with straight marks, plain dashes, single spaces and composed letters."""
    plain = unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY)
    return _DASH.sub("-", " ".join(plain.split()))


def _own_lines(text: str) -> Iterator[str]:
    """The lines that are no furniture: a heading such as "Related articles" takes the links below it along."""
    below_heading = False
    for line in text.splitlines():
        words = line.split()
        if not words:
            continue
        plain = " ".join(words)
        if len(plain) <= LONGEST_LINE and _LINE.fullmatch(plain):
            below_heading = _HEADING.fullmatch(plain) is not None or below_heading
        elif not (below_heading and len(words) <= LONGEST_LINK and not _SENTENCE_END.search(plain)):
            below_heading = False
            yield plain
