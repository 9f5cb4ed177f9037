"""Commands: each parses, calls the index and hands a card to delivery; deciding and wording are done elsewhere."""
