"""Who is meant: a dictionary of actors with names, spelling variants and dated offices.

    actors = load(paths.raw("mine") / "actors.tsv")        # or load(): the package's tables alone
    found = mentions(text, written, actors)                 # every actor that a text names
    actor_id = identify("كيري", written, actors, found)     # who a speaker of that text is, or None
    missing = unresolved(statements)                        # names that most deserve a row of their own
    table = frame(actors)                                   # the frame `actors`
"""

from analysis.actors.dictionary import Actor, Actors, Alias, Role, load
from analysis.actors.identity import frame, identify, unresolved
from analysis.actors.matching import Mention, mentions

__all__ = ["Actor", "Actors", "Alias", "Mention", "Role", "frame", "identify", "load", "mentions", "unresolved"]
