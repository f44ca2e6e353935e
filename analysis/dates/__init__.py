"""Dates: finding them, the day an article was written, the day a statement was said, dates for people.

    written = day_of_writing(text, published)
    dates = tag(text, written.day)
    when = said_on_all(text, utterances, dates, written.day)
"""

from analysis.dates.occasions import said_on_all
from analysis.dates.people import for_people
from analysis.dates.speech import SaidOn, Utterance, said_on, sentence_of
from analysis.dates.tagging import DateMention, tag
from analysis.dates.writing import Written, day_of_writing

__all__ = [
    "DateMention",
    "SaidOn",
    "Utterance",
    "Written",
    "day_of_writing",
    "for_people",
    "said_on",
    "said_on_all",
    "sentence_of",
    "tag",
]
