"""Guards that a citation's link opens at the passage: a real browser scrolls there and highlights those very words.

What the browser highlights can't be asked for, so a picture of the page that a link opened is compared, byte by byte,
with one of the same page on which a script highlights the words that were meant.
"""

from __future__ import annotations

import html
import re
from collections.abc import AsyncIterator

import aiohttp.test_utils
import aiohttp.web
import pytest
import pytest_asyncio

from index.answer.fragments import link
from tests.answer.chromium import Tab, installed, open_tab

CHROMIUM = installed()
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium")

FILLER = "<p>Nothing of what stands here is asked for, and it is long enough to be scrolled past by a reader.</p>" * 20
STYLE = "body{margin:8px;font:16px sans-serif} ::target-text,::highlight(meant){background:#f00;color:#000}"
RANGE = """
const [from, to] = ['from', 'to'].map(name => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
  while (walk.nextNode()) if (walk.currentNode.data == name) return walk.currentNode;
});
const range = new Range(); range.setStartAfter(from); range.setEndBefore(to);
"""
POSITION = f"(() => {{{RANGE} return range.getBoundingClientRect().top}})()"
HIGHLIGHT = f"(() => {{{RANGE} CSS.highlights.set('meant', new Highlight(range))}})()"

CASES = {
    "a sentence": "<p>The council met.</p><p>It was late. ⟦It voted for the new bridge⟧. Nobody spoke.</p>",
    "a long one": "<p>It was late, and ⟦the council voted, after a debate that took it the whole of the night, for the"
    " new bridge of Harlow⟧. Nobody spoke.</p>",
    "over paragraphs": "<p>He said: “⟦We will build it.</p><p>“And we will pay for what we build, all of us⟧.”</p>",
    "said again": "<p>On Monday we lost the game at home.</p><p>On Tuesday ⟦we lost the game at home⟧.</p>",
    "said again at a begin": "<p>We lost the game at home. We won.</p><p>⟦We lost the game at home⟧. It rained.</p>",
    "a long one that begins like another": "<p>They said: we know that nobody in this town wants to pay for it, and so"
    " we wait.</p><p>She said: ⟦we know that nobody in this town wants to pay for it, and so we go on⟧.</p>",
    "markup inside": '<p>It was <a href="#">late</a>. ⟦It <em>vot</em>ed <a>for the new</a> bridge⟧, <b>he</b> said',
    "a note inside": "<p>⟦The council voted by a narrow margin<sup>[1]</sup> for the new bridge of Harlow⟧.</p>",
    "a box inside": "<p>“⟦We will build it as soon as we can.</p><aside>Read more: ten bridges</aside>"
    "<p>“And we will pay for it⟧,” he said.</p>",
    "marks": "<p>He said: &ldquo;⟦We won&rsquo;t go, &lsquo;never ever⟧!&rsquo;&rdquo; They went.</p>",
    "signs of the specification": "<p>It was ⟦5-4, for Smith &amp; Sons, at 3% + a half⟧, in all.</p>",
    "inside a word": "<p>They ⟦overvoted the underdogs⟧ of the well-known town.</p>",
    "a part of a hyphened word": "<p>It is an ill-known fact. It is a well-⟦known fact in town⟧.</p>",
    "numbers and short forms": "<p>The ⟦U.S. paid 1,000.50 dollars, didn’t it⟧?</p>",
    "spaces": "<p>It  was\n late.\n ⟦It&nbsp;voted   for\nthe new&nbsp;bridge⟧ again.</p>",
    "soft hyphens": "<p>The ⟦mu&shy;ni&shy;ci&shy;pal council of Har&shy;low⟧ met.</p>",
    "accents as marks": "<p>The ⟦cafe\u0301 of Ame\u0301lie was⟧ closed.</p>",
    "capitals by style": '<p style="text-transform:uppercase">It was late. ⟦It voted for it⟧.</p>',
    "a list": "<ul><li>⟦Bridges are built by people who</li><li>have seen what rivers do to them⟧.</li></ul>",
    "lines": "<p>⟦Bridges are built by people who<br>have seen what rivers do to them⟧.<br>So it is.</p>",
    "hebrew": '<p dir="rtl">דובר צה"ל אמר. ⟦המועצה הצביעה בעד הגשר החדש⟧. איש לא דיבר.</p>',
    "an initialism in hebrew": '<p dir="rtl">⟦דובר צה"ל אמר אתמול⟧ כי איש לא דיבר.</p>',
    "arabic": '<p dir="rtl">قال المتحدث. ⟦صوّت المجلس لصالح الجسر الجديد⟧. ولم يتكلم أحد.</p>',
    "chinese": "<p>市议会昨天开会。⟦议员们投票赞成新桥⟧。没有人说话。</p>",
    "japanese": "<p>市議会は昨日開かれた。⟦議員たちは新しい橋に賛成した⟧。誰も話さなかった。</p>",
    "thai": "<p>สภาประชุมเมื่อวาน ⟦สภาลงมติเห็นชอบสะพานใหม่⟧ ไม่มีใครพูด</p>",
    "hindi": "<p>परिषद की बैठक हुई। ⟦परिषद ने नए पुल के लिए मतदान किया⟧।</p>",
}
"""Pages whose ⟦words⟧ are meant; boxes and notes in them are what extraction leaves out."""


def held(page: str) -> str:
    """The text that is stored of a page, the words that are meant still in their brackets."""
    kept = re.sub(r"<(aside|sup)>.*?</\1>", "", page, flags=re.S)
    blocks = re.sub(r"<br>|</(?:p|li)>", "\f", kept)
    lines = html.unescape(re.sub(r"<[^>]+>", "", blocks)).replace("\xad", "").split("\f")
    return "\n\n".join(" ".join(line.split()) for line in lines).strip()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def tab(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Tab]:
    assert CHROMIUM is not None
    async with open_tab(CHROMIUM, tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def site() -> AsyncIterator[str]:
    """The address of a server that shows each case as a page."""

    async def page(request: aiohttp.web.Request) -> aiohttp.web.Response:
        body = CASES[request.match_info["name"]].replace("⟦", "<!--from-->").replace("⟧", "<!--to-->")
        head = f'<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><style>{STYLE}</style>'
        text = f"{head}<body>{FILLER}{body}{FILLER}"
        return aiohttp.web.Response(text=text, content_type="text/html")

    app = aiohttp.web.Application()
    app.router.add_get("/{name}", page)
    async with aiohttp.test_utils.TestServer(app) as server:
        yield str(server.make_url("/"))


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("name", CASES)
async def test_a_link_opens_at_the_passage_and_highlights_it(name: str, tab: Tab, site: str) -> None:
    marked = held(CASES[name])
    start = marked.index("⟦")
    end = marked.index("⟧") - 1
    address = link(f"{site}{name.replace(' ', '%20')}", marked.replace("⟦", "").replace("⟧", ""), start, end)
    assert address is not None and ":~:text=" in address
    await tab.open(address.split("#")[0])
    top = await tab.run(POSITION)
    plain = await tab.picture(top)
    await tab.run(HIGHLIGHT)
    meant = await tab.picture(top)
    await tab.open(address)
    scrolled, shown = await tab.run("scrollY"), await tab.picture(top)
    assert shown != plain, f"nothing is highlighted there: {address}"
    assert shown == meant, f"other words are highlighted: {address}"
    assert 0 < scrolled <= top <= scrolled + 600, f"the page does not show them: {address}"
