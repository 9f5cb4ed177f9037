"""The settings that other hosts see: a contact that can't break the header it is named in."""

from __future__ import annotations

import pytest

from index.errors import SettingsError
from index.gather.identity import user_agent
from index.settings import IndexSettings


@pytest.mark.parametrize("contact", ["https://norvik.example/our-bot?a=b", "news-bot@norvik.example", ""])
def test_a_contact_is_an_address_or_an_e_mail(contact: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTACT", contact)
    settings = IndexSettings.read()
    assert settings.contact == contact
    assert contact in user_agent(settings.contact)


@pytest.mark.parametrize(
    "contact", ["call me", "https://norvik.example/a b", "a@b\r\nX: y", "a@b)", "(a@b", "a@é.example", "@", "a@b@c"]
)
def test_anything_else_is_refused_by_name(contact: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTACT", contact)
    with pytest.raises(SettingsError, match="CONTACT"):
        IndexSettings.read()
