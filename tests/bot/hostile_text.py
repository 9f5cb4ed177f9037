"""Text that tries to format, ping, link, hide or overflow in Discord, as strategies for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

SYNTAX = "\\*_~`|<>[]()#@:/.-+ \n"
HOSTILE = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "@everyone",
                "@here",
                "<@1234567890123456>",
                "<@&1>",
                "<#1>",
                "<t:0:R>",
                "</ask:1>",
                "<:x:1>",
                "<https://evil.example>",
                "https://evil.example/)[x](https://b)",
                "[good](https://evil.example)",
                "http\u200b://evil.example",
                "discord.gg/evil",
                "```\ncode```",
                "||spoiler||",
                "\n# Heading",
                "\n> quote",
                "\n- list",
                "-# small",
                "1. list",
                "\u202eesrever",
                "\U000e0041\U000e0042",
                "\\",
                "\\\\",
                "\ud800",
                "😀",
                "e\u0301",
            ]
        ),
        st.text(alphabet=SYNTAX, max_size=6),
        st.text(max_size=8),
    ),
    max_size=12,
).map("".join)

LONG = HOSTILE | st.integers(0, 800).map(lambda n: "*[_ " * n)
