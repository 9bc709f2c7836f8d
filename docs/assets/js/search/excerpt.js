// The sentences of a report that hold what was searched for, with exactly that marked.

const SENTENCE_END = /[。！？!?\n]/;
const CLAUSE_END = /[，；：、,;:\s]/;
const LONGEST = 140; // characters; a longer sentence is shortened around its first mark
const AROUND = 50;

/**
 * Sentences of `text` (a report's text file) with any of `needles`, in order:
 * [{anchor, nth, heading, parts: [{text, mark}]}]. `accepts(passage)` says which passages count.
 */
export function excerpts(text, needles, accepts = () => true) {
  const found = [];
  for (const paragraph of paragraphs(text)) {
    const marks = occurrences(paragraph.text, needles).filter(([start]) => accepts(passageAt(paragraph, start)));
    for (const group of bySentence(paragraph.text, marks)) {
      const passage = text.passages[passageAt(paragraph, group.marks[0][0])];
      const shown = shorten(paragraph.text, group);
      found.push({
        anchor: passage[1],
        nth: countBefore(paragraph.text, needles[0], group.marks[0][0]),
        heading: text.headings[passage[3]],
        parts: split(paragraph.text, shown, group.marks),
        kinds: new Set(group.marks.map(([start, end]) => paragraph.text.slice(start, end))).size,
      });
    }
  }
  return found;
}

/** The figures of `text` of which `needle` is part, or which measure it. */
export function figuresWith(text, needle) {
  const found = [];
  for (const paragraph of paragraphs(text)) {
    const marks = occurrences(paragraph.text, [needle]);
    for (const [id, passage, start, shown, indicator, plan] of text.figures) {
      const offset = paragraph.offsets[passage - paragraph.first];
      if (offset === undefined) continue;
      const [from, to] = [offset + start, offset + start + shown.length];
      const meets = /\d|[*×]/.test(needle) && marks.some(([a, b]) => a < to && from < b);
      if (meets || indicator.includes(needle)) found.push({ id, text: shown, indicator, plan: Boolean(plan) });
    }
  }
  return found;
}

function* paragraphs(text) {
  for (let first = 0; first < text.passages.length; ) {
    let next = first + 1;
    while (next < text.passages.length && !text.passages[next][2]) next += 1;
    const pieces = text.passages.slice(first, next).map((passage) => passage[0]);
    const offsets = [0];
    for (const piece of pieces) offsets.push(offsets.at(-1) + piece.length);
    yield { first, text: pieces.join(""), offsets: offsets.slice(0, -1) };
    first = next;
  }
}

function passageAt({ first, offsets }, position) {
  return first + offsets.findLastIndex((offset) => offset <= position);
}

/** [start, end] of every needle in `text`, disjoint, ascending; at one place the longest. */
function occurrences(text, needles) {
  const all = [];
  for (const needle of needles) {
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) all.push([at, at + needle.length]);
  }
  all.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const kept = [];
  for (const span of all) if (!kept.length || kept.at(-1)[1] <= span[0]) kept.push(span);
  return kept;
}

function countBefore(text, needle, position) {
  let count = 0;
  for (let at = text.indexOf(needle); at >= 0 && at < position; at = text.indexOf(needle, at + needle.length)) count += 1;
  return count;
}

/** Marks gathered by the sentence they stand in; one that reaches over a full stop takes both sentences. */
function bySentence(text, marks) {
  const groups = [];
  for (const mark of marks) {
    const last = groups.at(-1);
    if (last && mark[0] < last.end) {
      last.marks.push(mark);
      last.end = Math.max(last.end, sentenceEnd(text, mark[1]));
    } else groups.push({ start: sentenceStart(text, mark[0]), end: sentenceEnd(text, mark[1]), marks: [mark] });
  }
  return groups;
}

function sentenceStart(text, position) {
  let at = position;
  while (at > 0 && !SENTENCE_END.test(text[at - 1])) at -= 1;
  return at;
}

function sentenceEnd(text, position) {
  let at = position;
  if (SENTENCE_END.test(text[at - 1])) return at;
  while (at < text.length && !SENTENCE_END.test(text[at])) at += 1;
  while (at < text.length && /[。！？!?”’）]/.test(text[at])) at += 1;
  return at;
}

/** The stretch of a sentence to show, cut at a clause where it is too long. */
function shorten(text, { start, end, marks }) {
  if (end - start <= LONGEST) return [start, end];
  const [first, last] = [marks[0][0], Math.max(marks[0][1], Math.min(marks.at(-1)[1], marks[0][0] + AROUND))];
  let from = Math.max(start, first - AROUND);
  let to = Math.min(end, last + AROUND);
  if (from > start) for (let at = from; at < first; at += 1) if (CLAUSE_END.test(text[at - 1])) { from = at; break; }
  if (to < end) for (let at = to; at > last; at -= 1) if (CLAUSE_END.test(text[at - 1])) { to = at; break; }
  return [from, to, from > start, to < end];
}

function split(text, [start, end, cutBefore, cutAfter], marks) {
  const parts = cutBefore ? [{ text: "……", mark: false }] : [];
  let at = start;
  for (const [from, to] of marks) {
    if (to > end) break;
    if (from > at) parts.push({ text: text.slice(at, from), mark: false });
    parts.push({ text: text.slice(from, to), mark: true });
    at = to;
  }
  if (end > at) parts.push({ text: text.slice(at, end), mark: false });
  if (cutAfter) parts.push({ text: "……", mark: false });
  return parts;
}
