"""The words around a statement that tell when it was said: patterns for a folded text.

The words come from dates_speech.tsv. The group of an occasion or a meeting there says which words may name
the same one (لقاء, محادثات, اجتماع).
"""

from __future__ import annotations

import re

from analysis.dates import lexicon


def _any(kind: str) -> str:
    return lexicon.alternatives(lexicon.speech(kind))


OCCASIONS = lexicon.speech("occasion")
MEETINGS = lexicon.speech("meeting")
_KNOWN = [word for word in OCCASIONS if word.startswith("ال") or word.endswith(("ه", "ها", "هم", "هما"))]

WORD = re.compile(r"[^\W\d_]+")
# The end of a sentence: not a point between figures, nor one of two (.. stands for a colon in some agencies).
STOP = re.compile(r"[\n!?؟]|(?<!\.)\.(?![.\d])(?=[\s»”\")\]]|$|[^\W\d_])")
NO_SPEECH_BEFORE = re.compile(
    rf"(?:{_any('no speech after')})"
    r" (?:نهاية |مطلع |منتصف |بداية |مساء |صباح |ليل |ليلة |فجر |ظهر |يوم )?\Z"
)
RELATIVE = re.compile(r"(?<!\w)(?:الذي|التي|الذين|اللذين|اللتين)(?!\w)")
AFTERWARDS = re.compile(
    r"[»”\"\s،,.)]{0,4}(?:(?:و?ذلك|جاء ذلك|جاء هذا|و?جاءت) )?" rf"(?:{_any('after the content')}|\Z)(?!\w)"
)
OTHER_CUE = re.compile(rf"(?<!\w)[وف]?(?:{_any('other cue')})(?!\w)")
THIS_CAME = re.compile(
    r"(?<!\w)(?:[وف]?جاءت?|[وف]?[يت]أتي) (?:ذلك|هذا|تصريحات\w*|تصريح\w*|اقوال\w*|كلام\w*|حديث\w*)(?!\w)"
)
PERFECT = re.compile(r"(?<!\w)[وف]?كان(?:ت|وا)?(?!\w)|(?<!\w)(?:سبق (?:ان|و|ل)|قد(?!\w))")
EARLIER = re.compile(rf"(?<!\w)(?:{_any('earlier')}|سبق ل\w+)(?!\w)")
# A position held in general, or a headline: the imperfect. Some verbs of the past begin with ت too.
GENERAL = re.compile(rf"[وف]?(?:لا )?(?:ي\w{{2,}}|(?!{_any('past with ت')})ت\w{{3,}})")
ACCORDING = re.compile(r"[وف]?(?:بحسب|حسب|وفق|طبق)\w*")
OCCASION = re.compile(rf"(?<!\w)[وفبل]?(?P<noun>{_any('occasion')})(?!\w)")
MEETING = re.compile(rf"(?<!\w)[وف]?(?P<verb>{_any('meeting')})(?!\w)")
PARTICIPLE = re.compile(
    r"[وف]?م\w{3,}(?:ا|ين|ان|ون)|[وف]?م(?:ؤكدة|شيرة|ضيفة|وضحة|طالبة|عتبرة|عربة|حذرة|بينة|شددة|تهمة|نددة)"
    r"|[وف]?(?:قائلا|لافتا|داعيا|لافتة|داعية|قائلة|واصفا|قائلين)"
)
PUBLISHES = re.compile(rf"(?<!\w)[وف]?(?:{_any('publishes')})(?!\w)")
OFFICIAL = re.compile(_any("official source"))
LATER = re.compile(rf"(?<!\w)(?:{_any('later')})(?!\w)")
REPORTS = re.compile(rf"[وف]?(?:{_any('reports')})")
GOES_ON = re.compile(rf"[وف]?(?:{_any('goes on')})")
OTHER_SIDE = re.compile(rf"(?<!\w)[وف]?(?:{_any('other side')})(?!\w)")
WHEN = re.compile(r"[ ،,]{0,3}(?:حين|عندما)(?!\w)")
LEADING = re.compile(rf"\W*(?:[وف]?(?:{_any('opens a clause')})\W+){{0,6}}[وفب]?\Z")
ELSE = re.compile(rf"(?<!\w)(?:{_any('elsewhere')})(?!\w)")
# A line that opens another piece of a round-up: nothing passes over it.
BRIEF = re.compile(r"\n[ \u00a0]*[*•■◄●▪]")
# A known occasion: with the article, or somebody's own, after a preposition (قبيل انطلاق الاجتماع، خلال لقائه).
KNOWN = re.compile(
    rf"(?<!\w)(?:{_any('before an occasion')})(?: (?:انطلاق|انتهاء|بدء|ختام))?"
    rf" (?P<noun>{lexicon.alternatives(_KNOWN)})(?!\w)"
)


def first_word(text: str) -> str:
    """Return the first word of a folded text, or an empty string."""
    return text.split(" ")[0]


def groups(words: str) -> set[str]:
    """Return the groups of the occasions and meetings that folded words name."""
    nouns = {OCCASIONS[found["noun"]] for found in OCCASION.finditer(words)}
    return {*nouns, *(MEETINGS[found["verb"]] for found in MEETING.finditer(words))} - {""}
