"""What a reader of a page can't see, as XPath: text that is left out wherever markup is read. Values only.

What a stylesheet or a program hides is not known here.
"""

from __future__ import annotations

STYLE = "concat(';', translate(@style, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ \t\r\n', 'abcdefghijklmnopqrstuvwxyz'), ';')"
"""Declarations in small letters without spaces, a semicolon before and after each."""
DISTANCES = f"translate({STYLE}, '123456789', '000000000')"
"""The same with every digit a zero: -9999px and -1000px are both -0000px."""
CLASSES = "concat(' ', normalize-space(@class), ' ')"
NOT_SHOWN = ("display:none", "visibility:hidden", "visibility:collapse", "transform:scale(0)")
NO_SIZE = (*(f"font-size:0{end}" for end in (";", "p", "e", "r", "%", "!", ".0")), "font-size:1px;")
NO_INK = (";opacity:0;", ";opacity:0!", ";opacity:0.0;", ";opacity:0%", ";color:transparent")
CUT_AWAY = ("clip:rect(0", "clip:rect(1px", "clip-path:inset(50%", "clip-path:inset(100%")
OFF_SCREEN = (*(f";{side}:-000" for side in ("left", "right", "top")), "text-indent:-000", "margin-left:-0000")
NAMES = (
    # what Bootstrap, WordPress, Drupal, HTML5 Boilerplate and design systems call text for screen readers alone
    *("visually-hidden", "visuallyhidden", "u-visually-hidden", "is-visually-hidden", "sr-only", "screen-reader-text"),
    *("screen-reader", "screenreader", "element-invisible", "a11y-hidden", "assistive-text", "offscreen", "off-screen"),
)


def contains(value: str, *parts: str) -> str:
    """An XPath condition: the value contains one of the parts."""
    return " or ".join(f"contains({value}, '{part}')" for part in parts)


HIDDEN = [
    "//template",
    "//dialog[not(@open)]",
    "//*[@hidden]",
    f"//*[@style][{contains(STYLE, *NOT_SHOWN, *NO_SIZE, *NO_INK, *CUT_AWAY)}]",
    f"//*[@style][{contains(DISTANCES, *OFF_SCREEN)}]",
    # a box without height that lets nothing out, and the one of a single pixel
    f"//*[contains({STYLE}, 'overflow:hidden') and ({contains(STYLE, ';height:0;', ';height:0p', 'max-height:0')})]",
    f"//*[@style][contains({STYLE}, ';width:1px') and contains({STYLE}, ';height:1px')]",
    f"//*[@class][{contains(CLASSES, *(f' {name} ' for name in NAMES))}]",
    # hidden on every screen, not only on small ones ("hidden md:block", "d-none d-md-block")
    f"//*[contains({CLASSES}, ' hidden ') and not(contains(@class, ':'))]",
    f"//*[contains({CLASSES}, ' d-none ') and not({contains(CLASSES, ' d-sm', ' d-md', ' d-lg', ' d-xl')})]",
]
"""Text that a reader can't see, which trafilatura would keep."""
