"""Values of the index as messages within Discord's limits: pure functions, no discord.py; delivery sends them."""
