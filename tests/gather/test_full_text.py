"""Guards when a feed's text counts as the whole of an article, and that it reads like a page's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.gather.full_text import FEWEST_WORDS, full_text, readable
from index.gather.wording import tidy
from tests.gather.feed_texts import WHOLE
from tests.gather.norvik_pages import TEXT

BOTH = f"{TEXT}\n\n{TEXT}"


def test_the_whole_text_paragraph_by_paragraph() -> None:
    assert full_text(WHOLE, is_html=True) == BOTH
    assert full_text(BOTH, is_html=False) == BOTH


@pytest.mark.parametrize(
    "ending",
    [
        "[&hellip;]",
        "[...]",
        "…",
        "and so on...",
        "[…]<p>The post <a href='/a'>Bridge</a> appeared first on <a href='/'>Norvik Herald</a>.</p>",
        "<p><a href='/a'>Continue reading</a></p>",
        "<p><a href='/a'>Read more »</a></p>",
        "<a href='/a'>Read the full story on norvik.example</a>",
        "<p>Weiterlesen auf norvik.example</p>",
        "<p>Lire la suite</p>",
        "<p>Читать далее →</p>",
    ],
)
def test_a_text_that_breaks_off_is_not_whole(ending: str) -> None:
    assert full_text(f"{WHOLE}{ending}", is_html=True) is None


@pytest.mark.parametrize(
    "ending", ["<p>He had nothing more to read.</p>", "<p>“Read on,” she said.</p>", "<p>Fin.</p>"]
)
def test_a_text_that_ends_is_whole(ending: str) -> None:
    assert full_text(f"{WHOLE}{ending}", is_html=True) is not None


def test_what_wordpress_puts_under_every_entry_is_no_part_of_it() -> None:
    ending = "<p>The post <a href='/a'>Bridge closes</a> appeared first on <a href='/'>Norvik Herald</a>.</p>"
    assert full_text(f"{WHOLE}{ending}", is_html=True) == BOTH


def test_a_teaser_is_not_whole_however_it_ends() -> None:
    words = ["word"] * FEWEST_WORDS
    assert full_text(" ".join(words), is_html=True) is not None
    assert full_text(" ".join(words[1:]), is_html=True) is None
    assert full_text("<p>word</p>" * 100_000, is_html=True) is None


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One\n two</p><p>three</p>", "One two\n\nthree"),
        ("One<br>two<br/><br/>three", "One\n\ntwo\n\nthree"),
        ("<ul><li>a</li><li><p>b</p></li></ul>c", "a\n\nb\n\nc"),
        ("a<b>b</b>c <i>d</i>", "abc d"),
        ("<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc"),
        ("Salt &amp; pepper &lt;b&gt; &eacute; &#8217;", "Salt & pepper <b> é ’"),
        # what a reader can't see or does not read as the article's words
        ("a<script>b</script><style>c</style><!-- d --><template>e</template><?php f ?>g", "ag"),
        ("a<span style='font-size:0'>b</span><i hidden>c</i><b class='sr-only'>d<i hidden>e</i></b>f", "af"),
        ("a<figure><img alt='b'><figcaption>c</figcaption></figure><iframe>d</iframe>e", "ae"),
        ("\u200bzero\u202ewidth\0", "zerowidth"),
        ("", ""),
        ("<p></p>", ""),
        ("<html><head><title>x</title></head><body>a</div></body></html>after", "a\n\nafter"),
        ("\ud800", "?"),
    ],
)
def test_markup_reads_as_a_page_does(html: str, text: str) -> None:
    assert readable(html) == text


@settings(deadline=None, max_examples=200)
@given(st.text(st.sampled_from("<>/&;!-[]='\" \n\tabphr…\u200b\xa0\ud800\0"), max_size=60))
def test_any_markup_reads_as_a_tidy_text(html: str) -> None:
    text = readable(html)
    assert tidy(text) == text
