"""Quotation marks: pairs of every style, nested, wrong-way-round, never closed, or running over paragraphs.

Marks are paired within a paragraph, as no outlet closes what another paragraph opened, except for
quotations that each paragraph opens anew and only the last one closes.
"""

from __future__ import annotations

from dataclasses import dataclass

OPENERS = {"«": "»", "“": "”", "‘": "’", "„": "”", "‹": "›"}
CLOSERS = frozenset("»”’›")
STRAIGHT = '"'


@dataclass(slots=True)
class Quotation:
    """A quotation in token positions: [first, last) with its marks, [inner_first, inner_last) without."""

    first: int
    last: int
    inner_first: int
    inner_last: int
    closed: bool
    depth: int

    @property
    def words(self) -> int:
        return self.inner_last - self.inner_first


def quotations(words: list[str], text: str, starts: list[int], ends: list[int]) -> list[Quotation]:
    """Return the quotations of a token list, in order of their opening marks.

    A mark that faces the wrong way is taken for what its surroundings show; a quotation that is never
    closed ends with its sentence, or with its paragraph where the next paragraph opens it again.
    """
    found: list[Quotation] = []
    stack: list[tuple[int, str]] = []
    first_of_paragraph = 0
    for i, word in enumerate([*words, "\n"]):
        if word == "\n":
            _close_open_ones(stack, found, words, i)
            stack.clear()
            first_of_paragraph = i + 1
        elif word in OPENERS or word in CLOSERS or word == STRAIGHT:
            if _opens(word, i, stack, text, starts, ends, first_of_paragraph):
                stack.append((i, word))
            elif stack:
                _close(stack, found, word, i)
    found.sort(key=lambda q: (q.first, -q.last))
    return _joined(found, words)


def _opens(word: str, i: int, stack: list, text: str, starts: list[int], ends: list[int], first: int) -> bool:
    """Say whether the mark opens a quotation: by its shape, else by the spaces around it."""
    before = text[starts[i] - 1] if starts[i] and i > first else " "
    after = text[ends[i]] if ends[i] < len(text) else " "
    spaced_before = before.isspace() or before in "(:،[-.؛«“\""
    spaced_after = after.isspace() or after in ".،,؛:)!؟?]»”\""
    if word == STRAIGHT:
        if stack and any(mark == STRAIGHT for _, mark in stack):
            # Nested straight marks are told by their spaces; where these do not tell, the open one closes.
            return spaced_before and not spaced_after
        return True if not spaced_after or not stack else spaced_before
    if word in OPENERS:
        return not (stack and spaced_after and not spaced_before and stack[-1][1] in (word, STRAIGHT, OPENERS[word]))
    # A closing mark with nothing to close, after a space: meant as an opening one.
    return not stack and spaced_before


def _close(stack: list, found: list, word: str, i: int) -> None:
    """Close the innermost open quotation whose style fits, else the innermost; the ones inside it go unclosed."""
    fits = [k for k in range(len(stack) - 1, -1, -1) if _pair(stack[k][1], word)]
    k = fits[0] if fits else len(stack) - 1
    opened, _ = stack[k]
    del stack[k:]
    if i > opened + 1:
        found.append(Quotation(opened, i + 1, opened + 1, i, True, len(stack)))


def _pair(opener: str, closer: str) -> bool:
    return OPENERS.get(opener) == closer or opener == closer or OPENERS.get(closer) == opener


def _close_open_ones(stack: list, found: list, words: list[str], end: int) -> None:
    """End what the paragraph leaves open: at the next paragraph's opening mark, else with its sentence."""
    continues = end + 1 < len(words) and words[end + 1] in (*OPENERS, STRAIGHT)
    for depth, (opened, mark) in enumerate(stack):
        if depth:  # an inner mark left open inside one left open: a slip, not a quotation
            break
        last = end
        if not (continues and words[end + 1] == mark):
            inside = [(q.first, q.last) for q in found if opened < q.first < end]
            stops = (j for j in range(opened + 2, end) if words[j] == ".")
            last = next((j for j in stops if not any(first < j < last for first, last in inside)), end)
        if last > opened + 1:
            found.append(Quotation(opened, last, opened + 1, last, False, depth))


def _joined(found: list[Quotation], words: list[str]) -> list[Quotation]:
    """Join a quotation that every paragraph opens anew into one."""
    joined: list[Quotation] = []
    for q in found:
        previous = joined[-1] if joined else None
        if (
            previous is not None
            and not previous.closed
            and previous.depth == q.depth == 0
            and previous.last < len(words)
            and words[previous.last] == "\n"
            and q.first == previous.last + 1
            and words[q.first] == words[previous.first]
        ):
            joined[-1] = Quotation(previous.first, q.last, previous.inner_first, q.inner_last, q.closed, 0)
        else:
            joined.append(q)
    return joined
