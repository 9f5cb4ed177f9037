"""Making it searchable: passages, embeddings, quotations, ingest and reindex."""
