// Runs a query over the bundles of a part of the site: first the literal string, then looser readings of it.

import { Asking } from "./asking.js";
import { distinct, intersect, itemsOf, lowerBound, union } from "./lists.js";
import { looserGroups, partGroups } from "./words.js";

/**
 * Reports that answer: where each is in the index, its columns, how often it holds the string. `id` and `region` are
 * known once `identify` has run, `passages` (numbers in the bundle) once `addPassages` has.
 */
async function makeDocs(bundle, found) {
  const reports = await bundle.reportsOf(found);
  const head = await bundle.head();
  const value = ([values, numbers], report) => values[numbers[report]];
  return reports.map(({ report, count }) => ({
    bundle,
    report,
    count,
    id: null,
    region: null,
    year: value(head.year, report),
    code: value(head.code, report),
    kind: value(head.kind, report),
    firstPassage: head.firstPassage[report],
    passages: null,
  }));
}

/** Fill in id and region of `docs`. */
export async function identify(docs) {
  await Promise.all(docs.map(async (doc) => doc.id ?? Object.assign(doc, await doc.bundle.details(doc.report))));
}

/** Every report of one part of the site that holds `string` literally. */
export async function findLiteral(part, string) {
  return (await sampleLiteral(part, string)).finish();
}

/**
 * Reports of one part that may hold `string`, found with little; `finish()` gives those that do. `exact` says that these
 * are they already.
 */
export async function sampleLiteral(part, string) {
  const samples = await Promise.all(part.bundles.map(async (bundle) => ({ bundle, ...(await bundle.sample(string)) })));
  const gather = async (hitsOf) => {
    const bundles = samples.map(async (sample) => {
      const found = await hitsOf(sample);
      return { bundle: sample.bundle, found, docs: found.places.length ? await makeDocs(sample.bundle, found) : [] };
    });
    return collect(await Promise.all(bundles));
  };
  const first = await gather(({ found }) => found);
  const exact = samples.every((sample) => sample.exact);
  return { ...first, exact, finish: exact ? async () => first : () => gather((sample) => sample.finish()) };
}

/** Every report of `index`, of all its parts, that holds `string` literally. */
export async function findEverywhere(index, string) {
  const asking = askLiteral(await index.partsHolding([[string]]), string);
  await asking.next(Infinity);
  return asking;
}

/** Asks `parts` for the reports that hold `string` literally. */
export function askLiteral(parts, string) {
  return new Asking(parts, [string], (part) => findLiteral(part, string));
}

/**
 * Asks for reports that hold the query in a looser reading and are not among `known`; null if there is no such reading.
 * Only parts that pass `mayHold` are asked, and `within` may choose from what they answer.
 */
export async function askLooser(index, query, known, { mayHold = () => true, within = (found) => found } = {}) {
  const groups = looserGroups(query, index.synonyms);
  if (!groups) return null;
  const readings = [groups.apart.length ? groups.apart : null, groups.whole.length ? [groups.whole] : null].filter(Boolean);
  const holding = await Promise.all(readings.map((reading) => index.partsHolding(reading)));
  const parts = index.parts.filter((part) => mayHold(part) && holding.some((some) => some.includes(part)));
  const needles = [...new Set([...groups.whole, ...groups.apart.flat()])];
  return new Asking(parts, needles, async (part) => within(await findLooser(part, groups, known)));
}

async function findLooser(part, groups, known) {
  const taken = new Map(known.bundles.map(({ bundle, docs }) => [bundle, new Set(docs.map((doc) => doc.report))]));
  const bundles = part.bundles.map(async (bundle) => {
    const whole = await anyOf(bundle, groups.whole);
    const apart = groups.apart.length ? await allOf(bundle, groups.apart) : null;
    const lists = [whole, apart].filter(Boolean);
    const found = { places: lists.length ? union(lists) : new Uint32Array(0), byPassage: true };
    const docs = found.places.length ? await makeDocs(bundle, found) : [];
    return { bundle, found, docs: docs.filter((doc) => !taken.get(bundle)?.has(doc.report)) };
  });
  return collect(await Promise.all(bundles));
}

/** Asks for reports that hold every part of a query with blanks, be it in different passages; null for a query without. */
export async function askTogether(index, query) {
  const groups = partGroups(query, index.synonyms);
  if (groups.length < 2) return null;
  const asking = new Asking(await index.partsHolding(groups), [...new Set(groups.flat())], (part) => findTogether(part, groups));
  return Object.assign(asking, { together: true });
}

async function findTogether(part, groups) {
  const bundles = part.bundles.map(async (bundle) => {
    const lists = await Promise.all(groups.map((group) => anyOf(bundle, group)));
    const docs = await Promise.all(lists.map((places) => (places.length ? makeDocs(bundle, { places, byPassage: true }) : [])));
    const common = docs.map((some) => new Set(some.map((doc) => doc.report)));
    return {
      bundle,
      found: { places: union(lists), byPassage: true },
      docs: docs[0].filter((doc) => common.every((reports) => reports.has(doc.report))),
    };
  });
  return collect(await Promise.all(bundles));
}

/** Passages that hold any of `words`. */
async function anyOf(bundle, words) {
  if (!words.length) return null;
  const found = await Promise.all(words.map((word) => bundle.search(word)));
  return union(await Promise.all(found.map((one) => bundle.passagesOf(one))));
}

/** Passages that hold one word of every group. */
async function allOf(bundle, groups) {
  const lists = await Promise.all(groups.map((group) => anyOf(bundle, group)));
  return lists.reduce(intersect);
}

function collect(bundles) {
  return {
    bundles,
    docs: bundles.flatMap((one) => one.docs),
    places: bundles.reduce((total, one) => total + one.found.places.length, 0),
    byPassage: bundles.some((one) => one.found.byPassage),
  };
}

/**
 * Fill in the passages of every document, and what the passages are about, for the filters. Where one bundle counts
 * passages, all do from here on.
 */
export async function addPassages(result) {
  await Promise.all(
    result.bundles.map(async ({ bundle, found, docs }) => {
      if (!docs.length) return;
      const [head, table] = await Promise.all([bundle.head(), bundle.passages()]);
      const passages = found.byPassage ? found.places : distinct(itemsOf(found.places, table.starts));
      for (const doc of docs) {
        const from = lowerBound(passages, head.firstPassage[doc.report]);
        const to = lowerBound(passages, head.firstPassage[doc.report + 1]);
        doc.passages = passages.subarray(from, to);
        doc.table = table;
      }
    }),
  );
  if (result.byPassage) {
    for (const doc of result.docs) doc.count = doc.passages.length;
    result.places = result.docs.reduce((total, doc) => total + doc.count, 0);
  }
  return result;
}

const ORDERS = {
  relevance: (a, b) => b.count - a.count || byYear(a, b),
  year: (a, b) => byYear(a, b) || b.count - a.count,
  region: (a, b) => (a.code || "9").localeCompare(b.code || "9") || byYear(a, b),
};

/** `docs` in one of three orders: relevance (most hits first), year (newest first), region (by code). */
export function sorted(docs, order) {
  const compare = ORDERS[order] ?? ORDERS.relevance;
  return [...docs].sort(compare);
}

const yearOf = (doc) => Number(doc.year.match(/\d{4}(?!.*\d{4})/)?.[0] ?? 0);
const byYear = (a, b) => yearOf(b) - yearOf(a);
