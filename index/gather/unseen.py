"""What a reader of a page can't see, as XPath: text that is left out wherever markup is read. Values only."""

from __future__ import annotations

STYLE = "concat(translate(@style, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ ', 'abcdefghijklmnopqrstuvwxyz'), ';')"
CLASSES = "concat(' ', @class, ' ')"
HIDDEN = [
    "//template",
    "//*[@hidden]",
    *(
        f"//*[contains({STYLE}, '{rule}')]"
        for rule in ("display:none", "visibility:hidden", "font-size:0;", "font-size:0p")
    ),
    *(f"//*[contains({CLASSES}, ' {name} ')]" for name in ("visually-hidden", "sr-only", "screen-reader-text")),
]
"""Text that a reader can't see, which trafilatura would keep."""
