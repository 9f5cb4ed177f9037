"""Articles of an invented town, for the pictures: what a digest tells, and what is being reindexed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Told:
    """An article as it comes from a file; `hours` before now it was published."""

    outlet: str
    title: str
    hours: int
    text: str

    def file(self, now: datetime) -> tuple[str, bytes]:
        """Its name and its bytes."""
        name = "-".join(f"{self.outlet} {self.title}".lower().replace("'", "").split())
        published = (now - timedelta(hours=self.hours)).isoformat(timespec="minutes")
        head = f"title: {self.title}\nsource: {self.outlet}\nurl: https://news.example/{name}\npublished: {published}"
        return f"{name}.md", f"---\n{head}\n---\n{self.text}\n".encode()


FERRY = """The ferry between Osthaven and the island of Lill will run every hour from March, the harbour board decided
on Monday after two years of complaints from islanders.

“Nobody should have to sleep on the quay again,” said Runa Dahl, who chairs the board. A ticket will cost 12 crowns,
two more than today, and children travel free."""

NEWS = (
    Told("Osthaven Post", "Lill ferry to run every hour", 3, FERRY),
    Told("Coast Radio", "Lill ferry to run every hour", 2, FERRY),
    Told(
        "Northern Wire",
        "Islanders get an hourly ferry, and dearer tickets",
        2,
        """Islanders on Lill will have an hourly ferry to Osthaven from March. The harbour board voted for the new
timetable on Monday; a ticket will cost 12 crowns instead of ten.

“We asked for this for two years,” said Aksel Moe, who runs the island's only shop.""",
    ),
    Told(
        "Osthaven Post",
        "Lighthouse dark for three nights",
        9,
        """The lighthouse of Osthaven went dark for three nights after a storm broke its main cable.

“We found the cable under 14 metres of water,” said diver Ingrid Solheim of the coast guard, who mended it on
Sunday.""",
    ),
    Told(
        "Coast Radio",
        "Fish market moves into the old ropeworks",
        14,
        """Osthaven's fish market has moved into the old ropeworks and sold 40 tonnes of cod in its first week.

“We were afraid that nobody would find us,” said Pal Engen, a fishmonger.""",
    ),
)
