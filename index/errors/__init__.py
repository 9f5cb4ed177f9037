"""Everything that can go wrong, as one tree; each error carries the data, each door owns the words it shows.

VerbatimError
├── CallError                what was asked can't be done as asked (exit code 2)
│   ├── SettingsError        a setting is missing or wrong
│   ├── QuestionError        an empty or too long question
│   ├── QuotationError       no text, or too much, to check the quotations of
│   ├── SearchError          no word, or too many, to search for
│   ├── NoDate               a text that was to be a date
│   ├── UnknownArticle       no article of that identifier here
│   ├── UnknownSource        no source of that name here
│   ├── UnknownSpeaker       nobody of that name is quoted here
│   ├── NotKept              an answer that is not kept here (any more)
│   ├── FollowWords          nothing, or too much, to follow
│   ├── FollowExists         that is followed there already
│   ├── TooManyFollows       a member or a server follows as much as it may
│   ├── UnknownFollow        nothing is followed by that name (any more)
│   ├── TooManyDigests       a server has as many digests as it may
│   ├── NoDigest             a channel without a digest
│   ├── NoHours              a text that was to be a time of day, or hours of it
│   ├── NotTakenDown         an address that may come back as it is
│   ├── SourceExists         that address is a source here already
│   ├── NothingToRead        a source without an address
│   ├── QuotaSpent           a server's questions of the day are used up
│   └── UnreadableFile       a file that is not there or may not be read
└── WorkError                what was asked was tried and failed (exit code 1)
    ├── IndexInUse           another process works on the data folder
    ├── StoreError           the data folder can't be read or written
    ├── ModelError           a model can't be loaded
    ├── JobRunning           a reindex or a reading is under way already
    ├── JobCancelled         a reindex or a reading was cancelled
    └── GatherError          an article could not be had
        ├── AddressRefused   an address that may not be fetched
        ├── RobotsRefused    an address that its host asks programs not to read
        ├── NotNow           an address whose host asked to wait
        ├── FetchFailed      nothing usable came back from an address
        ├── TooLarge         more bytes than are read
        ├── NotAListing      bytes with no feed, sitemap or list of pages in them
        ├── TakenDown        an article that was removed and may not come back
        └── NotAnArticle     bytes or a record with no article in them

`str(error)` is one line for the operator: what was wrong, where, and what to do.
"""

from index.errors.asking import NoDate, NotKept, QuestionError, QuotaSpent, QuotationError, SearchError, UnknownSpeaker
from index.errors.following import (
    FollowExists,
    FollowWords,
    NoDigest,
    NoHours,
    TooManyDigests,
    TooManyFollows,
    UnknownFollow,
)
from index.errors.gathering import (
    AddressRefused,
    FetchFailed,
    GatherError,
    NotAListing,
    NotAnArticle,
    NotNow,
    RobotsRefused,
    TakenDown,
    TooLarge,
    UnreadableFile,
)
from index.errors.keeping import (
    IndexInUse,
    JobCancelled,
    JobRunning,
    ModelError,
    NothingToRead,
    NotTakenDown,
    SourceExists,
    StoreError,
    UnknownArticle,
    UnknownSource,
)
from index.errors.roots import CallError, SettingsError, VerbatimError, WorkError

__all__ = [
    "AddressRefused",
    "CallError",
    "FetchFailed",
    "FollowExists",
    "FollowWords",
    "GatherError",
    "IndexInUse",
    "JobCancelled",
    "JobRunning",
    "ModelError",
    "NoDate",
    "NoDigest",
    "NoHours",
    "NotAListing",
    "NotAnArticle",
    "NotKept",
    "NotNow",
    "NotTakenDown",
    "NothingToRead",
    "QuestionError",
    "QuotaSpent",
    "QuotationError",
    "RobotsRefused",
    "SearchError",
    "SettingsError",
    "SourceExists",
    "StoreError",
    "TakenDown",
    "TooLarge",
    "TooManyDigests",
    "TooManyFollows",
    "UnknownArticle",
    "UnknownFollow",
    "UnknownSource",
    "UnknownSpeaker",
    "UnreadableFile",
    "VerbatimError",
    "WorkError",
]
