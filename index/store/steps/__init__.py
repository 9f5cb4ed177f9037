"""The steps from one format of the database to the next. One that has been released is never edited."""
