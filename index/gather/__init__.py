"""Getting the news: addresses, fetching, files, extraction. Knows neither how it is indexed nor asked."""
