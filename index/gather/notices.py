"""What pages say instead of an article: robot checks, errors, log-ins, offers of subscriptions, cookies. Values only.

When which phrase counts is `walls`' part. Measured on 4,525 news texts: none of them, and of their first 60 to 140
words 5 in 13,575, read like one.
"""

from __future__ import annotations

import re


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern for several phrases, letters of either case."""
    return re.compile("|".join(patterns), re.IGNORECASE | re.MULTILINE)


ROBOT = any_of(
    r"verify (?:that )?you(?:'re| are) (?:not )?(?:a )?(?:human|robot)|are you a (?:robot|human)",
    r"(?:i'm|i am) not a robot|human verification|unusual (?:traffic|activity) from",
    r"(?:complete|solve) the (?:captcha|security check)",
    r"checking (?:if the site connection|your browser)|ddos protection by|pardon our interruption",
    r"automated (?:access|requests) (?:to|from)",
)
SWITCHED_OFF = any_of(
    r"(?:enable|turn on|activate|allow) (?:javascript|cookies|js\b)|requires? javascript|javascript to run this app",
    r"javascript (?:is|has been|must be|and cookies) (?:disabled|enabled|required)",
    r"aktivieren sie (?:bitte )?javascript|activer javascript",
)
DENIED = any_of(
    r"access (?:to this (?:page|site|resource|website) )?(?:is |was |has been )?denied|403 forbidden",
    r"don['’]t have permission to access|your ip address has been|you have been blocked",
    r"(?:not |un)available (?:in your|from your|for legal reasons)",
)
ERROR = any_of(
    # not any 404: so many may have been hurt
    r"(?:error|http|status)\W{0,3}404\b|\b404\W{1,3}(?:error|not found|page|file)|^\W*404\W*$",
    r"^(?:\W*(?:oops|sorry|error)\W)?\W*something went wrong|internal server error|down for (?:scheduled )?maintenance",
    r"(?:page|article|story|file) (?:you (?:requested|(?:are|were) looking for) )?"
    r"(?:could not be|cannot be|can['’]t be|was not|not) found",
    r"(?:page|article|story) (?:you(?:['’]re| are| were) looking for )?(?:doesn['’]t|does not|no longer) exists?",
    r"we can['’]t find (?:that|the) page|\b50[0234]\b.{0,20}(?:bad gateway|service|internal server|gateway time)",
    r"seite (?:wurde )?nicht gefunden|page introuvable|página no encontrada",
)
PAYWALL = any_of(
    r"subscribe(?: now| today)? (?:to|and) (?:continue|keep|read|unlock|access|get (?:full|unlimited))",
    r"subscriptions? (?:is |are )?required|subscriber[- ]only",
    r"(?:to continue|keep) reading|continue reading (?:this|with|your)",
    r"(?:for|only to|exclusive to|available to) (?:our )?(?:paying |premium |digital )?subscribers\b",
    r"already (?:a |have a )?(?:subscriber|subscription|member)\b",
    r"premium (?:content|article)|unlock (?:this|the full) (?:article|story)",
    r"(?:reached|exceeded|used) (?:your|all (?:of )?your) (?:monthly |free )?(?:limit|allowance|articles?)",
    r"free articles? (?:left|remaining|this month)",
    r"(?:register|sign up)(?: now)?(?: for free)? to (?:continue|read|keep)",
    r"nur für abonnent|weiterlesen mit|jetzt weiterlesen|réservé aux abonnés|pour lire la suite",
    r"para suscriptores|exclusivo para assinantes",
)
LOG_IN = any_of(
    r"(?:log|sign) ?in to (?:continue|your account|read|view|access)|forgot(?:ten)? (?:your )?password",
    r"enter your password",
    r"(?:username|e-?mail(?: address)?) (?:and|or) password|create an? (?:free )?account to",
)
CONSENT = any_of(
    r"(?:accept|reject|manage) (?:all )?cookies|cookie (?:settings|preferences)|consent to (?:the|our) use",
    r"we (?:and our (?:\d+ )?partners )?(?:use|store) (?:and/or access )?(?:cookies|information on a device)",
    r"alle cookies akzeptieren|nous utilisons des cookies",
)
NOTICES = (
    (ROBOT, "it asks whether its reader is a robot"),
    (SWITCHED_OFF, "it shows its text only to browsers that run its programs"),
    (DENIED, "it denies access"),
    (ERROR, "it is an error page"),
)
"""What a page without a text says in some corner."""
OFFERS = ((LOG_IN, "it asks its readers to log in"), (CONSENT, "it asks about cookies instead of showing its text"))
"""What every page may say in a corner, and what counts only as its text."""
TITLE = any_of(
    r"(?:error )?(?:404|403|50\d)\b.{0,40}|(?:error|oops|sorry)?\W*(?:page|file|article) (?:not found|unavailable)",
    r"not found|error|access denied|forbidden|just a moment\W*|attention required!?.*|service unavailable|bad gateway",
    r"are you a robot\??|robot check|security check.*|verify.{0,30}human.*|pardon our interruption\W*|site maintenance",
    r"(?:log|sign) ?in|login|register|subscribe(?: to (?:read|continue).*)?|before you continue.*",
)
