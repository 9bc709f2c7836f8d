// What a query could also mean: its words apart from one another, words that mean the same, other ways to print it.

const EMPTY_WORDS = new Set("的了和与及在是为对等中上下有把被将从到个并而或之以其该也都就".split(""));
const MOST_WORDS = 8;

/** The query without surrounding blanks; what stands inside is searched for as it is. */
export function tidy(query) {
  return query.normalize("NFC").replace(/[\n\t]+/g, " ").trim();
}

/**
 * What to look for beside the literal query: groups of alternatives, one group a word, all of which a passage must
 * hold; null where that would be the query itself.
 */
export function looserGroups(query, synonyms) {
  const whole = alternatives(query, synonyms).slice(1);
  const words = splitWords(query);
  const groups = words.map((word) => alternatives(word, synonyms));
  const apart = words.length > 1 ? groups : [];
  if (!whole.length && !apart.length) return null;
  return { whole, apart };
}

/** The words of a query: split at blanks, then as the browser's dictionary cuts them. */
export function splitWords(query) {
  const words = query.split(/[\s，、。；：！？“”‘’（）()《》,;:!?"'|]+/).filter(Boolean).flatMap(cut);
  const telling = [...new Set(words)].filter((word) => !EMPTY_WORDS.has(word));
  return telling.slice(0, MOST_WORDS);
}

/** What stands between blanks, each with what means the same: 河西区 教师轮岗. */
export function partGroups(query, synonyms) {
  return [...new Set(query.split(/\s+/))].filter(Boolean).slice(0, MOST_WORDS).map((part) => alternatives(part, synonyms));
}

/** What to look for by itself where the whole query is nowhere: what stands between blanks, then words; no single letters. */
export function partsOf(query) {
  const words = [...new Set([...query.split(/\s+/), ...splitWords(query)])].filter(Boolean);
  const longer = words.filter((word) => word.length > 1);
  return longer.length ? longer : words;
}

function cut(text) {
  if (!("Segmenter" in Intl) || /^[\x20-\x7e]+$/.test(text)) return [text];
  const found = [];
  let end = 0;
  for (const { segment, index, isWordLike } of new Intl.Segmenter("zh", { granularity: "word" }).segment(text)) {
    if (!isWordLike && !/[*×□○%％]/.test(segment)) continue;
    // A number stays with what follows it directly: 990个, 94.41%; masks with each other.
    const joins = found.length && end === index && /[\d.*×□○]$/.test(found.at(-1)) && segment.length < 3;
    if (joins) found[found.length - 1] += segment;
    else found.push(segment);
    end = index + segment.length;
  }
  return found;
}

/** `word`, then its synonyms and the same in other widths and cases. */
function alternatives(word, synonyms) {
  const same = synonyms.filter((group) => group.includes(word)).flat();
  return [...new Set([word, ...same, ...printings(word)])];
}

const HALF = /[！-～]/g;
const FULL = /[!-~]/g;

function printings(word) {
  const half = word.replace(HALF, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replaceAll("　", " ");
  const full = word.replace(FULL, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
  const cases = /[a-z]/i.test(half) ? [half.toLowerCase(), half.toUpperCase()] : [];
  const percent = half.replaceAll("%", "％");
  const quotes = word.replaceAll(/"([^"]*)"/g, "“$1”");
  return [half, percent, quotes, full, ...cases];
}
