"""The errors a user can meet: each says in one sentence what was wrong, where, and what to do."""

from __future__ import annotations


class TasrihError(Exception):
    """Base of every error that is the input's, not the program's. The command line prints it without a traceback."""


class ParameterError(TasrihError):
    """A parameter is unknown, malformed, or contradicts another one."""


class CollectionError(TasrihError):
    """A collection is missing, empty, or its settings cannot be used."""


class LexiconError(TasrihError):
    """A table (lexicon, actors, events …) cannot be used; names the file, the line and the column."""


class FrameError(TasrihError):
    """A frame does not keep its contract; names the frame, the column and the first bad rows."""


class ReportError(TasrihError):
    """A report could not be built; names the notebook and the cell. The last good report is untouched."""
