"""Tone: what a statement says of the world and of others, in separate measures that are never added up."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.sentiment import actors, clues, features, hits, model, targets
from analysis.sentiment.passage import passage
from analysis.text import Folded

# Bad news is not a bad attitude: -1 must be this much likelier than 0 (chosen by cross-validation).
ATTITUDE_MARGIN = 2.0
EVENT_LAYERS = ("topic", "evaluation")


@dataclass(frozen=True, slots=True)
class Tone:
    """What is measured of a statement.

    Attributes:
        polarity: the speaker's tone, -1, 0 or 1; 0 with n_cues 0 is no cue, not neutrality.
        attitude: the speaker's evaluation of actors, -1, 0 or 1; None where there is no cue.
        event_tone: how bad or good what is reported is, whatever the speaker thinks of it.
        naming: loaded (-1) or protocol (1) labels.
        voice: whose words they are: direct, indirect, journalist.
        n_cues: how many words of the lexicon it holds, the cue's own act included where it evaluates.
        evidence: (start, end, layer, weight after shifters) in original offsets.
        stances: evaluations of actors.
    """

    polarity: int
    attitude: int | None
    event_tone: int
    naming: int
    voice: str
    n_cues: int
    evidence: tuple[tuple[int, int, str, float], ...]
    stances: tuple[targets.Stance, ...]


# Acts that evaluate by themselves: a statement under them has a cue even where its content has none.
EVALUATING = frozenset("condemn accuse threaten warn praise welcome refuse regret".split())


def sign(value: float) -> int:
    return (value > 0) - (value < 0)


def score(
    text: str,
    spans,
    *,
    speech_act: str | None = None,
    cue_lemma: str | None = None,
    type: str | None = None,
    speaker: str | None = None,
    candidates=(),
    folded: Folded | None = None,
) -> Tone:
    """Return the tone of the statement whose content is `spans` (original half-open offsets) of `text`.

    `candidates` are actor mentions inside the content, (start, end, surface, actor_id or None); where there are none
    they are found by their form. `type` None means that nobody is quoted: the journalist speaks.
    """
    words = passage(text, spans, folded)
    mentions = actors.mentions(words, candidates, text) if len(words) else []
    found = hits.hits(words, [(m.first, m.last) for m in mentions if m.known])
    act = features.act(speech_act, cue_lemma)
    if act == "deny":
        found = hits.denied(found)
    seen = features.features(words, found, speech_act, cue_lemma, type)
    n_cues = len(found) + (act in EVALUATING)
    odds = model.probabilities("polarity", seen)
    polarity = model.decide(odds) if n_cues else 0
    attitude = (
        model.decide(model.probabilities("attitude", features.with_cue(seen, cue_lemma)), ATTITUDE_MARGIN)
        if n_cues
        else None
    )
    return Tone(
        polarity=polarity,
        attitude=attitude,
        event_tone=sign(round(sum(hit.value for hit in found if hit.entry.layer in EVENT_LAYERS), 6)),
        naming=sign(round(sum(hit.value for hit in found if hit.entry.layer == "naming"), 6)),
        voice=_voice(type, words, found),
        n_cues=n_cues,
        evidence=tuple((*words.span(hit.first, hit.last), hit.entry.layer, hit.value) for hit in found),
        stances=tuple(
            targets.stances(
                words, found, targets.others(mentions, speaker), polarity, odds[polarity + 1], clues.frame_of(cue_lemma)
            )
        ),
    )


def _voice(type: str | None, words, found: list[hits.Hit]) -> str:
    if type is None:
        return "journalist"
    if type == "mixed":
        inside = sum(words.quoted[hit.first] for hit in found)
        return "direct" if inside * 2 > len(found) else "indirect"
    return type
