"""Loaders: one format a module; each yields the records of a file, none decides what an article means.

To add a format, write one module here with

    NAME = "RSS"                       # as `make inspect` shows it
    EXTENSIONS = (".rss", ".xml")      # lower case, with the dot
    def fits(head: bytes) -> bool      # whether the first 4 KiB are of this format
    def read(source) -> Iterator       # yields source.record(number, fields, encoding)
                                       # or source.reject(number, reason, detail)

and list it in `formats.FORMATS` at its place in the order of trial. `source.open()` gives the bytes,
`encoding.open_text(source, newline)` the text with its encoding found and its newlines untouched; a container
yields from `formats.records(source.member(path, opener))`. Text is handed on as it stands in the file, code
point for code point. What cannot be read is a reject with a reason for counting and a detail that says what to
do; where the rest of a file is lost, raise Unreadable. Numbers count records and rejects together, from 1.
Then add the format to tests/loaders/ (a real file of its own tool, and a cut one) and to docs/collections.md.
"""

from analysis.loaders.formats import ignored, records
from analysis.loaders.record import Record, Reject, Source, Unreadable, printable

__all__ = ["Record", "Reject", "Source", "Unreadable", "ignored", "printable", "records"]
