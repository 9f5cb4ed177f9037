"""Where sentences begin and end in news text; pure, and it leaves choosing and cutting to whoever asks."""

from __future__ import annotations

import re

Span = tuple[int, int]

_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？।]+[”’」』）]*")
"""A full stop and whatever closes after it; Latin ones need white space behind them: 3.5 and cnn.com hold."""

_OPENING = "\"'“‘«([{-–—•*"


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_QUOTES = '“"‘«'
"""A single word behind one of these, as in “No. Never.”, is too little to stand alone."""

_ALWAYS_GOES_ON = _words(
    "mr mrs ms mx dr prof rev hon fr sen sens rep reps gov lt col gen maj capt cmdr adm sgt cpl pvt det supt"
    " insp pres amb atty messrs mme mlle st mt ft vs v nos vol pp ca cf eg ie etc al fig sec"
)
"""Short forms that stand before the word they belong to."""

_MAY_END = _words(
    "jan feb mar apr jun jul aug sept sep oct nov dec jr sr inc corp co ltd llc plc bros dept est ave blvd rd"
    " u.s u.k u.n e.u d.c a.m p.m am pm ph.d m.d b.a m.a calif fla ga ill mass mich minn pa tenn tex va wash"
)
"""Short forms that end a sentence only where the next word is one that begins sentences."""

_BEGINS = _words(
    "the a an this that these those it its he she his her him they their we our you your i my in on at by for"
    " from with to of as and but or so yet if when while after before since until although though because"
    " however meanwhile there here then now what who which where why how not no one some many most all both"
    " each every another other according also still even just once only officials police"
)

_SPEECH = re.compile(r"(?:[A-Z][\w.’'-]*\s){1,3}(?:said|says|asked|asks|added|wrote|told|shouted|replied|wondered)\b")
"""What may follow a quoted question or shout and still belongs to its sentence: “Why?” John Smith asked."""

_LINE_END = re.compile(r"\r\n?|\n")
_BREAK = re.compile(r"[\r\n]\s*")


def sentence_spans(text: str) -> list[Span]:
    """Begin and end of every sentence, in order; no white space at the edges, and nothing else between two.

    A blank line always ends a sentence. A single line break does too, unless the text is wrapped at a column.
    """
    wrapped = _is_wrapped(text)
    spans: list[Span] = []
    begin = 0
    for gap in _BREAK.finditer(text):
        if wrapped and not _is_blank_line(gap.group()):
            continue
        spans += _in_paragraph(text, begin, gap.start())
        begin = gap.end()
    return spans + _in_paragraph(text, begin, len(text))


def _is_blank_line(gap: str) -> bool:
    return len(_LINE_END.findall(gap)) > 1


def _is_wrapped(text: str) -> bool:
    """Whether line breaks stand inside sentences: a small letter follows half of the single ones or more."""
    single = [gap.end() for gap in _BREAK.finditer(text) if not _is_blank_line(gap.group())]
    return bool(single) and 2 * sum(text[at : at + 1].islower() for at in single) >= len(single)


def _in_paragraph(text: str, begin: int, end: int) -> list[Span]:
    """The sentences of one paragraph, `text[begin:end]`."""
    spans: list[Span] = []
    for stop in _STOP.finditer(text, begin, end):
        if _ends_sentence(text, begin, stop, end):
            spans.append((begin, stop.end()))
            begin = stop.end()
    spans.append((begin, end))
    return [trimmed for span in spans if (trimmed := _trimmed(text, span))]


def _trimmed(text: str, span: Span) -> Span | None:
    begin, end = span
    part = text[begin:end]
    if not part.strip():
        return None
    return begin + len(part) - len(part.lstrip()), begin + len(part.rstrip())


def _ends_sentence(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether the sentence that runs from `begin` ends at this stop."""
    if stop.group()[0] in "。！？।":
        return True
    after = text[stop.end() : min(end, stop.end() + 60)].lstrip()
    follow = after.lstrip(_OPENING + " ")
    if follow[:1].islower():
        return False
    if stop.group()[0] in "!?":
        return not (len(stop.group()) > 1 and _SPEECH.match(after))
    before = text[max(begin, stop.start() - 20) : stop.start()]
    if stop.group() == ".":
        return not _goes_on(before, follow)
    return not (stop.group() in ("...", "…") and before[-1:].isspace())


def _goes_on(before: str, follow: str) -> bool:
    """Whether the lone full stop after `before` belongs to a short form or an initial, with `follow` next."""
    words = before.split()
    if not words or before[-1:].isspace():
        return False
    if words[-1][0] in _QUOTES:
        return True
    short = words[-1].lstrip(_OPENING).lower()
    if short in ("no", "nos"):
        return follow[:1].isdigit()
    if short in _ALWAYS_GOES_ON:
        return True
    if len(short) == 1 and short.isalpha() and words[-1].lstrip(_OPENING).isupper():
        return short != "i"
    dotted = len(short) <= 7 and re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", short) is not None
    if not (dotted or short in _MAY_END):
        return False
    next_word = re.match(r"[^\W\d_]*", follow)
    return next_word is not None and next_word.group().lower() not in _BEGINS
