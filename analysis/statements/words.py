"""The closed classes of words that sources are read with, and what the head noun of a source says of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from analysis.tables import lexicon
from analysis.text import fold

COMMAS = frozenset("،,؛;")
COMPLEMENTIZERS = frozenset(
    prefix + base + ending
    for prefix in ("", "ب")
    for base in ("ان",)
    for ending in ("", "ه", "ها", "هم", "هما", "هن", "ك", "كم", "نا", "ني", "ي", "نا")
) | {"اننا", "بانهن"}
# أن after these makes an adverbial clause, no content.
ADVERBIAL_BEFORE_AN = frozenset(
    "بعد قبل دون لولا الا غير منذ رغم حيث منها بما كما بيد مع لمجرد حتى بشرط كان وكان".split()
)
# Words that end the subject of a verb of saying.
ADJUNCTS = frozenset(
    "خلال على عن الى مع بعد قبل عقب عبر حول بشان ضمن اثناء مساء صباح ظهر فجر عصر امس اليوم غدا اول ايضا كذلك "
    "بدوره بدورها يوم ليل ليلة حيث وهو وهي وهم قد ردا تعليقا حسب بحسب وفق وفقا لكن منذ حتى كما فيما بينما حين عندما "
    "بعدما "
    "اذ لدى قائلا قائلة وقال ثم مساءا صباحا حاليا سابقا لاحقا اخيرا مؤخرا جاء وذلك نقلا عند مشترك هنا هناك لذلك الان "
    "الاحد الاثنين الثلاثاء الاربعاء الخميس السبت ب ل و لم لن ما ليس قبيل فور لافتا به بها فيه فيها له لها لهم انه "
    "نهاية السبب امام وسط حوالي ضد تجاه بمثابة بصفته بصفتها باعتباره باعتبارها اليه اليها منه منها عنه عنها عليه "
    "عليها بعنوان اثر مرارا مجددا".split()
)
RELATIVES = frozenset("الذي التي الذين اللذان اللذين اللتان اللتين اللواتي".split())
# After في these words name an occasion; anything else (القيادي في حماس) belongs to the name of the source.
OCCASIONS = frozenset(
    "مؤتمر المؤتمر بيان البيان تصريح تصريحات تصريحاته كلمة كلمته حديث حديثه مقابلة حوار لقاء لقائه خطاب خطابه رسالة "
    "تغريدة "
    "اتصال جلسة اجتماع ختام وقت هذا هذه ذلك سياق معرض اشارة رده تقرير مقال مداخلة ندوة تدوينة تغريدات احتفال حفل ذات "
    "نفس الوقت "
    "برقية افصاح تحذير منشور نداء حوارات مقابلات تدوينات خطبة خطبته محاضرة كلمات مداخلته ورقة رد نشرة تنويه محضر "
    "اجتماعها اجتماعهم "
    "مستهل ختامه اعقاب ظل اطار بيانه بيانها برقية رسالته كلمتها حسابه صفحته اول وقت تعليق تعليقه تسجيل شريط "
    "فيديو".split()
)
QUANTIFIERS = frozenset(
    "احد احدى بقية سائر بعض كل كلا جميع عدد العديد الكثير البعض غالبية اغلب معظم عشرات مئات الاف كبار الطرفان "
    "الجانبان البلدان "
    "الجانب الطرف "
    "عدة دول الدول كتاب ثلاثة اربعة خمسة ستة سبعة ثمانية تسعة عشرة عشرون شخصان اثنان اثنين".split()
)
TITLES = frozenset(
    "الدكتور الدكتورة المهندس اللواء العميد العقيد المقدم الرائد النقيب الفريق الشيخ الامير السيد السيدة الاستاذ "
    "الاستاذة الجنرال "
    "الملازم النائب السفير الكولونيل العماد القاضي المحامي البروفيسور الكابتن".split()
)
# Words that honour and name no office: between a role and a name, or before a name alone.
HONORIFICS = TITLES | frozenset(
    "دكتور د م ا سمو صاحب السمو الملكي معالي معاليه فضيلة سعادة سماحة دولة فخامة جلالة الاب الاخ الاخت الحاج "
    "العام".split()
) - {"السفير", "النائب", "القاضي", "العام", "صاحب"}
# Persons named by another: the name after them is somebody else's (زوجة الشهيد أحمد), unless a pronoun closes them
# (زوجته سعاد).
FAMILY = frozenset(
    "زوجة زوج والد والدة شقيق شقيقة ابن ابنة نجل ارملة ام اب اخ اخت عم خال جد حفيد حفيدة صهر قريب".split()
)
KIN = FAMILY | frozenset("محامي محامية مساعد مساعدة مستشار مستشارة سكرتير".split())
DOCUMENTS = frozenset(
    "خبر مقال تغريدة تحذير تحقيق رواية تسجيل اعلان احصاء بيان تقرير بلاغ رسالة مذكرة تصريح وثيقة تصريحات منشور دراسة "
    "حصيلة احصائية تقديرات نشرة تعميم خطاب استطلاع مسح ارقام بيانات وثائق احصاءات احصائيات نتائج استبيان".split()
)
MEDIA = frozenset("وكالة صحيفة قناة موقع راديو شبكة تلفزيون رويترز اذاعة جريدة مجلة برنامج".split())
ADDRESSEES = frozenset(
    "الصحافيين الصحفيين صحافيين صحفيين الصحافة وسائل الاعلام وكالة صحيفة قناة رويترز موقع جريدة التلفزيون الاذاعة "
    "اذاعة مجلة شبكة "
    "برنامج صحيفتنا الصحيفة الوكالة القناة العربية الجزيرة محققيه نظيره".split()
)
TIMES = frozenset(
    "امس اليوم غدا مساء صباح ظهر فجر عصر ليل ليلة يوم اول الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت الماضي "
    "الماضية الجاري "
    "ايضا كذلك بدوره بدورها لاحقا سابقا حديثا مؤخرا".split()
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the head noun of a source says of it: kind, gender (m/f) and number (s/p)."""

    kind: str
    gender: str
    number: str


@cache
def heads() -> dict[str, Head]:
    """Return the head nouns of lexicons/heads.tsv by folded word without article."""
    return {fold(r["word"]).text: Head(r["kind"], r["gender"], r["number"]) for r in lexicon("heads")}


@cache
def state_names() -> dict[str, str]:
    """Return names of states and of the capitals that stand for them, folded, with the state's name."""
    names: dict[str, str] = {}
    for row in lexicon("states"):
        names.setdefault(fold(row["name"]).text, row["name"])
    for row in lexicon("states"):
        for capital in filter(None, row["capital"].split(",")):
            names.setdefault(fold(capital).text, row["name"])
    return names


@cache
def state_name(name: str) -> str:
    """Return the name under which a state is shown: its own, the state's where a capital or a title (المملكة) stands
    for it."""
    rows = lexicon("states")
    row = next((r for r in rows if fold(r["name"]).text == name and not r["context"]), None)
    if row is not None:
        return row["name"]
    wanted = _named_states().get(name) or state_ids().get(bare(name))
    return next((r["name"] for r in rows if (r["actor_id"] or r["name"]) == wanted), name)


@cache
def _longest_state() -> int:
    return max(len(name.split()) for name in state_names())


def state_at(words: list[str], first: int, last: int) -> int:
    """Return the end of the longest name of a state that begins at token `first`, or `first` where none does."""
    for end in range(min(last, first + _longest_state()), first, -1):
        if " ".join(words[first:end]) in state_names():
            return end
    return first


@cache
def state_ids() -> dict[str, str]:
    """Return for each folded adjective, one-word name and capital of a state (without article) the state's id."""
    ids: dict[str, str] = {}
    for row in lexicon("states"):
        adjectives = [
            form for one in row["adjectives"].split(",") if one for form in (fold(one).text, fold(one).text + "ة")
        ]
        for form in [
            *adjectives,
            bare(fold(row["name"]).text),
            *(bare(fold(one).text) for one in row["capital"].split(",") if one),
        ]:
            if form and " " not in form and not row["context"]:
                ids.setdefault(form, row["actor_id"] or row["name"])
    return ids


@cache
def _named_states() -> dict[str, str]:
    named = {fold(row["name"]).text: row["actor_id"] or row["name"] for row in lexicon("states")}
    for row in lexicon("states"):
        for capital in filter(None, row["capital"].split(",")):
            named.setdefault(fold(capital).text, row["actor_id"] or row["name"])
    return named


def state_id(name: str) -> str:
    """Return the id of the state with this folded name, capital or adjective."""
    return _named_states().get(name) or state_ids().get(bare(name), name)


@cache
def demonyms() -> frozenset[str]:
    """Return adjectives of states, folded, masculine and feminine, without article."""
    return frozenset(
        form
        for row in lexicon("states")
        for adjective in row["adjectives"].split(",")
        if adjective
        for form in (fold(adjective).text, fold(adjective).text + "ة")
    )


@cache
def bare(word: str) -> str:
    """Return a folded word without its article (للـ is ل and the article)."""
    if word.startswith("ال") and len(word) > 4:
        return word[2:]
    return word


@cache
def head_of(word: str) -> Head | None:
    """Return what a folded word says as head of a source: with article, without, or with a pronoun (زعيمه), else
    None."""
    found = heads().get(word) or heads().get(bare(word))
    if found is None and len(word) > 4:
        for pronoun in ("هما", "ها", "هم", "ه"):
            stem = word.removesuffix(pronoun)
            if stem != word and len(stem) > 2:
                return heads().get(stem) or heads().get(stem[:-1] + "ة" if stem.endswith("ت") else stem)
        if word.endswith("ا") and not word.startswith("ال"):  # لكن مصدرا دبلوماسيا تحدث
            return heads().get(word[:-1])
    return found


@cache
def is_occasion(word: str) -> bool:
    """Say whether a word after في names an occasion, with article or pronoun too: المقابلة، برقيته."""
    if word in OCCASIONS or bare(word) in OCCASIONS:
        return True
    return any(
        word.endswith(p) and (word[: -len(p)] in OCCASIONS or word[: -len(p) - 1] + "ة" in OCCASIONS)
        for p in ("ه", "ها", "هم")
        if len(word) > len(p) + 2
    )


def is_definite(word: str) -> bool:
    """Say whether a folded word carries the article."""
    return word.startswith(("ال", "لل", "بال", "وال", "فال", "كال")) and len(word) > 4
