"""The errors of the project, by what the command does with them.

SandanError
├── SettingsError     a setting is wrong                         stop, tell, exit 2
├── SiteError         a site file is wrong                       stop, tell, exit 2
├── GoldError         an annotation does not fit its text        stop, tell, exit 2
├── SourceError       an input file cannot be read               count, go on, exit 1 or 3
├── DatabaseError     locked, too new, or not writable           stop, tell, exit 5
└── PageError         this page is no article of ours            count by class, go on
    ├── NotKorean     hardly any Hangul in it
    ├── NoBody        neither a layout nor trafilatura finds a text
    ├── NoTitle       a text without a title
    ├── Deleted       the paper says that the article is gone
    ├── Paywalled     it is for subscribers, and no line of it is shown
    ├── Part          a further page of an article, which is read with its first
    └── OffTopic      an article, but none of the topic

Who raises gives the facts; only the loops in `pipelines` catch. Anything else is a bug and ends the command.
"""


class SandanError(Exception):
    """Something a person can put right; the message says what was expected, what came, and what to do."""


class SettingsError(SandanError):
    """A setting is unknown or wrong."""


class SiteError(SandanError):
    """A site file is unknown or wrong."""


class GoldError(SandanError):
    """An annotation is malformed, or quotes what its text does not say."""


class SourceError(SandanError):
    """An input file, or one record of it, cannot be read."""


class DatabaseError(SandanError):
    """The database is locked, of a newer sandan, or cannot be written."""


class PageError(SandanError):
    """This page is no article of ours."""


class NotKorean(PageError):  # noqa: N818 -- a name for what was found, not for a failure
    """Hardly any Hangul among its letters."""


class NoBody(PageError):  # noqa: N818
    """Neither a layout nor trafilatura finds a text."""


class NoTitle(PageError):  # noqa: N818
    """A text without a title."""


class Deleted(PageError):  # noqa: N818
    """The paper says, by status or in words, that the article is gone."""


class Paywalled(PageError):  # noqa: N818
    """The article is for subscribers, and the page shows no line of it."""


class Part(PageError):  # noqa: N818
    """A further page of an article that is spread over several."""


class OffTopic(PageError):  # noqa: N818
    """An article, but none of the topic that the settings name."""
