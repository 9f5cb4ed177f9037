"""Pages and files that the gathering tests share, all in our own words."""

from __future__ import annotations

PARAGRAPHS = (
    "The harbour bridge in Norvik will close to lorries from the first of March, the town council said on Monday, "
    "after engineers had found cracks in two of its eleven piers.",
    "“We would rather disappoint drivers in spring than bury them in summer,” said Ingrid Aalto, who leads the "
    "council’s works committee. Cars and buses may go on using the bridge.",
    "Repairs are expected to cost fourteen million crowns and to last until October. A ferry that was retired nine "
    "years ago is to carry lorries across the bay in the meantime, free of charge for firms from the town.",
)
TEXT = "\n\n".join(PARAGRAPHS)
SWEDISH = (
    "Hamnbron i Norvik stängs för lastbilar från den första mars, sade kommunen på måndagen, sedan ingenjörer hade "
    "hittat sprickor i två av pelarna. Bilar och bussar får fortsätta att använda bron tills vidare."
)


def html_page(head: str = "<title>Norvik Herald</title>", paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    """A news page as outlets build them: navigation, an article, a footer."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>"
        f"<main><article><h1>Harbour bridge closes to lorries</h1>{body}</article></main>"
        "<footer>All rights reserved. <a href='/imprint'>Imprint</a></footer></body></html>"
    )


JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "WebSite", "name": "Norvik Herald Online"},
{"@type": ["NewsArticle"], "headline": "Harbour bridge closes to lorries &amp; coaches",
 "author": [{"@type": "Person", "name": "Jonas Lind"}, {"@type": "Person", "name": "By Mira Falk"}],
 "publisher": {"@type": "Organization", "name": "Norvik Herald"},
 "datePublished": "2025-02-03T17:30:00+01:00", "dateModified": "2025-02-09T08:00:00Z"}]}</script>"""
OPEN_GRAPH = """<meta property="og:title" content="Harbour bridge closes to lorries | Norvik Herald">
<meta property="og:site_name" content="Norvik Herald"><meta property="og:type" content="article">
<meta name="author" content="By Jonas Lind; Mira Falk">
<meta property="article:published_time" content="2025-02-03T16:30:00Z">"""
