"""The learned parts: what a user relies on whatever the weights are."""

from __future__ import annotations

import math
import os
import subprocess
import sys

import pytest

from analysis import paths, reading
from analysis.statements import acceptance, endings, extraction, linear, ranking, speakers
from analysis.text.document import Document

TEXT = (
    "قال وزير المالية سامي الحلواني إن الموازنة جاهزة، مؤكدا أن «العجز تراجع». لم يؤكد الوزير أن الضرائب سترتفع. "
    "ودعا المجلس إلى تأجيل الجلسة، وأعلن استعداده للحوار بعد أن طلب النواب مهلة."
)


@pytest.mark.parametrize("module", [acceptance, endings, ranking])
def test_weights_are_finite_numbers_of_distinct_features(module):
    table = module.weights()
    assert len(table) > 100
    assert all(math.isfinite(weight) for weight in table.values())


def test_candidates_tell_their_doubts():
    rules = {rule.rule: rule.notes for one in extraction.candidates(Document.of("سيؤكد الوزير أن الضرائب سترتفع.")) for rule in one}
    assert rules == {"verb+clause": ["future"]}


def test_what_is_denied_or_only_to_be_said_is_no_statement():
    for text in ("لم يؤكد الوزير أن الضرائب سترتفع.", "وعلينا الآن التأكيد أن العمل مستمر."):
        assert extraction.drafts(Document.of(text)) == []


def test_confidence_grows_with_probability_and_is_a_share():
    shares = [reading.confidence(p / 100) for p in range(45, 101)]
    assert shares == sorted(shares)
    assert 0 <= shares[0] and shares[-1] <= 1


def test_a_score_does_not_hang_on_the_order_of_features():
    table = {str(k): 0.1 * (-1) ** k for k in range(100)}
    assert linear.score(table, list(table)) == linear.score(table, list(table)[::-1])


def test_without_weights_the_rules_answers_for_ends_and_speakers_stand(monkeypatch):
    monkeypatch.setattr(endings, "weights", dict)
    monkeypatch.setattr(ranking, "weights", dict)
    document = Document.of(TEXT)
    drafts = extraction.drafts(document)
    answers = speakers.resolve(document, drafts)
    assert [a.speaker.name for a in answers[:2]] == ["سامي الحلواني"] * 2
    assert document.slice(*drafts[0].content[0]) == "ان الموازنة جاهزة"


def test_the_same_statements_whatever_the_order_of_sets():
    code = f"import sys; sys.path.insert(0, {str(paths.PROJECT)!r})\n" + (
        "from analysis.statements import extraction, speakers\n"
        "from analysis.text.document import Document\n"
        f"d = Document.of({TEXT!r}); found = extraction.drafts(d)\n"
        "print([(x.rule, x.content, x.probability, a.speaker and a.speaker.name) for x, a in zip(found, speakers.resolve(d, found))])"
    )
    runs = {
        subprocess.run([sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2", "3")
    }
    assert len(runs) == 1
