"""The direct quotations of an article: `find_quotations(text)`."""

from index.build.quotations.find import find_quotations

__all__ = ["find_quotations"]
