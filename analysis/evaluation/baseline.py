"""The baseline: what a user could write in an hour, to be run beside the extractor.

Statements are quotations of four words or more with one of twenty verbs of saying within sixty characters before
them, and clauses from أن or إن after such a verb to the end of the sentence; the speaker is the text between.
"""

from __future__ import annotations

import re

VERBS = "قال|قالت|يقول|تقول|أكد|أكدت|أضاف|أضافت|أوضح|أوضحت|أعلن|أعلنت|ذكر|ذكرت|أشار|أشارت|صرح|تابع|أفاد|أفادت|شدد|اعتبر|رأى"
CLAUSE = re.compile(rf"\b[وف]?({VERBS})\b([^.«“\"\n]{{0,90}}?)\s(?:إلى |على )?((?:أن|إن|بأن|أنه|إنه|أنها|إنها)\b[^.\n]*)")
QUOTED = re.compile(rf"\b[وف]?({VERBS})\b([^.\n«“\"]{{0,60}})[«“\"]([^»”\"]+)[»”\"]")


def annotate(article: dict) -> dict:
    """Return an article's statements in the form of `analysis.annotation.annotate`; it finds no dates."""
    text = article["text"]
    found = []
    for pattern, kind in ((QUOTED, "direct"), (CLAUSE, "indirect")):
        for m in pattern.finditer(text):
            span = m.span(3)
            if len(text[slice(*span)].split()) < 4 or any(s["content"][0][0] <= span[0] < s["content"][0][1] for s in found):
                continue
            speaker = m.group(2).split("،")[0].strip(" :.") or None
            found.append({"content": [list(span)], "speaker": speaker, "type": kind, "polarity": 0, "when": None, "rule": "baseline"})
    return {"id": article["id"], "statements": found, "dates": []}
