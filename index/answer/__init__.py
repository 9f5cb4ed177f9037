"""Using it: from a question to passages, quotations and a cited answer."""
