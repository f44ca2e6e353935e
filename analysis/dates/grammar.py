"""The patterns of date expressions, compiled from the tables, for a folded text.

One trigger pattern (a trie of every word that can be the heart of a date) is searched through the whole
text; the other patterns are only tried beside a trigger, inside windows of bounded length. So the cost is
linear in the length of the text.
"""

from __future__ import annotations

import re

from analysis.dates import lexicon

LEFT = 90  # characters that a date may stretch to the left of its trigger


def _contracted(words: dict) -> dict:
    """Add the form after ل (للشهر) of every word with the article."""
    return words | {"لل" + word[2:]: value for word, value in words.items() if word.startswith("ال")}


MONTHS = lexicon.months()
WEEKDAYS = _contracted(lexicon.weekdays())
OFFSETS = {word: int(value) for word, value in lexicon.words("offset").items()}
RELATIONS = lexicon.words("relation")
RELATIONS |= {word[:-1] + "ى": value for word, value in RELATIONS.items() if word.endswith("ي")}
ORDINALS = _contracted(lexicon.ordinals())  # feminine ones count hours and weeks, not the days of a month
CARDINALS = lexicon.cardinals()
YEARS_IN_WORDS = lexicon.years_in_words()
UNITS = lexicon.words("unit")
SEASONS = _contracted({word: int(value) for word, value in lexicon.words("season").items()})

# The parts of a year, and the units with the article that a relation or a number follows.
DEFINITE = _contracted(
    {
        "الشهر": "month",
        "العام": "year",
        "السنة": "year",
        "السنه": "year",
        "الاسبوع": "week",
        "الربع": "quarter",
        "النصف": "half",
    }
)
# Windows: the two days past, the five coming years. The number is in the dual or stands beside a plural.
WINDOWS = _contracted(
    {
        "اليومين": ("day", 2),
        "الاسبوعين": ("week", 2),
        "الشهرين": ("month", 2),
        "العامين": ("year", 2),
        "السنتين": ("year", 2),
        "الايام": ("day", 0),
        "الاسابيع": ("week", 0),
        "الاشهر": ("month", 0),
        "الشهور": ("month", 0),
        "الاعوام": ("year", 0),
        "السنوات": ("year", 0),
    }
)
DUALS = frozenset(word for word in UNITS if word.endswith(("ين", "ان")))
PLURALS = {word: unit for word, unit in UNITS.items() if word not in DUALS}
YEAR_WORDS = {"عام", "سنة", "عامي", "سنتي", "اعوام", "سنوات", "سنه"}
AGO = {"قبل": -1, "منذ": -1, "بعد": 1}

ANY = lexicon.alternatives
MONTH = ANY(MONTHS)
WEEKDAY = ANY(WEEKDAYS)
RELATION = ANY(RELATIONS)
ORDINAL = ANY(ORDINALS)
CARDINAL = ANY(CARDINALS)
ABOUT = ANY(lexicon.words("about"))
YEAR = r"(?:[12]\d{3}(?!\d)|(?:" + ANY(YEARS_IN_WORDS) + r")(?!\w))"
NO_LETTER = r"(?![^\W\d])"  # a digit may be glued to a word: عام2015
DAY = rf"(?:(?:ال ?)?\d{{1,2}}(?!\d)|(?:{ORDINAL})(?!\w))"
AND = r" {0,2}(?:[,،\-–]|و|الى|حتى|او) {0,2}"
NAMED_DAY = r"(?:(?:ال)?يوم|يومي|ايام|الايام|لليوم|باليوم|ليلة|ليل|فجر|صباح|مساء)"

_WORDS = {
    **dict.fromkeys(MONTHS, "month"),
    **dict.fromkeys(WEEKDAYS, "weekday"),
    **dict.fromkeys(OFFSETS, "offset"),
    **dict.fromkeys(DEFINITE, "unit"),
    **dict.fromkeys(WINDOWS, "window"),
    **dict.fromkeys(SEASONS, "season"),
    **dict.fromkeys(YEAR_WORDS, "year"),
}
KIND = {**_WORDS, **dict.fromkeys(AGO, "ago")}
_AGO = rf"(?:قبل|منذ|بعد)(?= (?:{ABOUT} )?(?:\d|{CARDINAL}|{ANY(UNITS)})(?:\d| |{NO_LETTER}))"
_NUMERIC = r"\d{1,4} {0,2}(?P<sep>[/.\-]) {0,2}\d{1,2} {0,2}(?P=sep) {0,2}\d{1,4}(?!\d)"
_DAY_MONTH = r"\d{1,2} ?/ ?\d{1,2}(?![\d/])"
_PLURAL = rf"(?:ال ?)\d{{1,3}} (?:{ANY(PLURALS)})(?= {RELATION})"
# A trigger: a character that is no letter or figure, proclitics, then the word itself as group 1 or a number as
# group 2. The first character is a plain class, not a lookbehind: the engine skips to it, a quarter faster.
# Folded texts get a line break put before them so that their first word has one too.
TRIGGER = re.compile(
    rf"[^A-Za-z0-9_\u00c0-\u024f\u0620-\u064a\u066e-\u06d3](?:[وف]?[بلك]?({ANY(_WORDS)}|{_AGO}|{_PLURAL}){NO_LETTER}"
    rf"|[وفبل]?((?:{_NUMERIC}|[12]\d{{3}}(?!\d)|{_DAY_MONTH})))"
)

# What follows a month: its other name, then a year, a relation, or "of last year".
PAIR = re.compile(rf" {{0,2}}(?:[(/\-–\[] {{0,2}})?(?P<pair>{MONTH})(?!\w) {{0,2}}[)\]]?")
TAIL = re.compile(
    rf" {{0,2}}[,،/\-]? {{0,2}}(?:من )?(?:ل|في )?(?:(?:ال)?(?:عام|سنة) ?)?(?P<year>{YEAR})"
    r"(?: {0,2}(?P<era>م|ه|ميلادي\w*|هجري\w*)(?!\w))?"
    rf"|(?: من)? (?:هذا )?(?:العام|السنة)(?: (?:الميلادي|الهجري)\w{{0,2}})? (?P<year_relation>{RELATION})(?!\w)"
    r"| من (?:العام|السنة) (?:الميلادي|الهجري)\w{0,2} (?:الجديد|القادم|المقبل|الحالي|الجاري)\w? "
    rf"(?P<named_year>{YEAR})ه?"
    r"| من (?P<this_year>هذا العام|هذه السنة|العام نفسه|السنة نفسها|نفس العام|العام ذاته)(?!\w)"
    rf"| {{1,2}}(?:من (?:هذا |نفس )?الشهر )?(?P<relation>{RELATION})(?!\w)"
)
NO_YEAR = re.compile(r" {0,2}\d{3,}")  # 5 نوفمبر 99999
DAYS_BEFORE = re.compile(
    rf"(?<!\w)(?:[وفب]?(?P<weekday>{WEEKDAY})(?:[ ,،()\-]|الموافق){{1,4}})?"
    rf"(?:[وفبل]?(?P<named>{NAMED_DAY}) )?"
    rf"[وفبل]{{0,2}}(?P<days>{DAY}(?:{AND}{DAY}){{0,7}})(?P<of> {{0,2}}(?:من )?(?:ال)?(?:شهر )?)\Z"
)
ONE_DAY = re.compile(DAY)
LAST_OF_DAYS = frozenset(word.split(" ")[-1].removeprefix("و") for word in ORDINALS) | frozenset(
    word.split(" ")[-1] for word in ORDINALS
)
BETWEEN_DAY_AND_MONTH = frozenset(("من", "شهر", "الشهر"))
MONTH_BEFORE = re.compile(r"(?:(?<!\w)[وفبل]{0,2}(?P<shahr>شهر) )\Z")
# What stands directly before a trigger.
WORD_BEFORE = re.compile(r"([^\W_]+)[^\w\n]{1,2}\Z")
GLUED_BEFORE = re.compile(r"(?<!\w)[وفبلك]{0,2}((?:هذا |هذه )?(?:ال)?(?:يومي|يوم|ايام|هذا|هذه|شهر) )\Z")
# What follows a weekday, a unit, a deictic word.
RELATED = re.compile(rf" {{1,2}}(?:من )?(?:(?P<before>قبل|ما قبل|بعد) )?(?P<relation>{RELATION})(?!\w)")
WEEK_RELATED = re.compile(rf" (?:من )?(?:هذا (?P<this>الاسبوع)|الاسبوع (?P<relation>{RELATION}))(?!\w)")
UNIT_RELATED = re.compile(
    r"(?: (?P<adjective>الميلادي|الهجري|الميلادية|الهجرية))? {1,2}(?P<before>قبل |ما قبل |بعد )?"
    rf"(?P<relation>{RELATION})(?!\w)"
)
WEEKDAY_BESIDE = re.compile(
    rf"(?: {{0,2}}[(\[,،\-–] {{0,2}}| {{1,2}})(?:يوم )?(?P<weekday>{WEEKDAY})(?!\w)(?: ?[)\]])?"
)
WEEKDAY_LIST = re.compile(rf" {{0,2}}(?:[,،\-–/] ?|و ?)(?:يوم )?(?P<weekday>{WEEKDAY})(?!\w)")
_ERA = r" {0,2}(?P<era>م|ه|ميلادي\w*|هجري\w*)(?!\w)"
ERA = re.compile(_ERA)
YEARS = re.compile(
    rf"(?: (?:الهجري|الميلادي|المالي|الدراسي|الجامعي))? {{0,2}}(?P<first>{YEAR})(?:{_ERA})?"
    rf"(?:(?P<joint> {{0,2}}(?:[/\-–,،]|و ?|(?:الى|حتى)(?: عام)?) {{0,2}})(?P<last>{YEAR})"
    rf"(?:{_ERA.replace('era', 'last_era')})?)?"
)
COUNT = re.compile(
    rf" (?:(?:{ABOUT}) )?(?:(?P<number>\d{{1,3}}|{CARDINAL}) (?P<plural>{ANY(UNITS)})|(?P<single>{ANY(UNITS)}))(?!\w)"
    r"(?P<rest> (?:تقريبا|مضت|خلت))?"
)
FIRST_MONTHS = re.compile(
    rf" (?P<side>الاولى|الاخيرة) من (?:(?:عام |سنة |العام |السنة )?(?P<year>{YEAR})"
    rf"|(?:هذا )?(?:العام|السنة)(?: (?P<relation>{RELATION})(?!\w))?)"
)
NUMBER_AFTER = re.compile(rf" (?:ال ?(?P<number>\d{{1,3}}|{CARDINAL}))(?!\w)")
NUMBER_BEFORE = re.compile(rf"(?<!\w)[وفبل]{{0,2}}(?:ال|لل) ?(?P<number>\d{{1,3}}|{CARDINAL}) \Z")
PARTS = {"الاول": 1, "الثاني": 2, "الثالث": 3, "الرابع": 4, "الاخير": -1}
PART_OF_YEAR = re.compile(
    rf" (?P<ordinal>{ANY(PARTS)})(?!\w)(?: (?:من |ل|في )?(?:"
    r"(?P<this>هذا العام|هذه السنة|العام نفسه)"
    rf"|(?:(?:ال|لل)?(?:عام|سنة) ?)?(?:(?:المالي|الميلادي) )?(?P<year>{YEAR})"
    rf"|(?:العام|السنة|للعام|للسنة) (?:(?:المالي|الميلادي) )?(?P<relation>{RELATION})(?!\w)"
    rf"|(?P<other>(?:ال|لل)?(?:شهر|قرن|موسم|اسبوع|يوم)\w*)"
    r"|(?P<bare>العام|للعام|السنة)(?!\w)))?"
)
DIGITS = re.compile(r"[ /.\-]+")
# A number after which stands what is counted is no year.
COUNTED = re.compile(rf"[.,٫]\d| ?[%٪]| {{1,2}}(?:{ANY(lexicon.words('counted'))})(?!\w)")
YEAR_PAIR_BEFORE = re.compile(r"(?:[12]\d{3}م? {0,2}(?:و ?|[\-–/،]|الى |حتى |و?بين ) {0,2}(?:عام )?)\Z")
WEEKDAY_BEFORE = re.compile(rf"(?<!\w)[وفبل]?(?P<weekday>{WEEKDAY}) {{1,2}}\Z")
IN_BRACKETS = re.compile(r"\( ?\Z")
CUP_BEFORE = re.compile(r"(?:كاس|كوبا|مونديال|خليجي|دوري|الدوري) [^\W\d]+(?: [^\W\d]+)? \Z")
YEAR_PAIR_AFTER = re.compile(
    r"م? {0,2}(?:و ?|[\-–/]|الى |حتى |و?بين |ولغاية |لغاية ) {0,2}(?:عام )?(?:1[89]|20)\d\d(?!\d)"
)
FROM_EVENT = re.compile(r"(?: فقط)?(?: (?:من|عن)| ونصف| ونيف)(?!\w)")
FROM_YEAR = re.compile(r"(?:اعتبارا|بدءا|ابتداء|بداية|انطلاقا) من \Z")
GAP = re.compile(r"[\s,،()\-–]*(?:الموافقة?)?[\s:]*")
VAGUE = frozenset(("ايام", "اسابيع", "اشهر", "شهور", "سنوات", "اعوام"))
NAMED_NEXT = re.compile(rf" (?:{MONTH}|\d)")
AND_OFFSET = re.compile(rf" {{0,2}}و(?P<word>{ANY(OFFSETS)})(?!\w)")
AND_YEAR = re.compile(r"م? {0,2}و ?(?P<last>(?:1[89]|20)\d\d)(?!\d)")
FIRST_DAYS = re.compile(rf" (?P<side>الاولى|الاخيرة) من (?:شهر )?(?P<month>{MONTH})(?!\w)")
