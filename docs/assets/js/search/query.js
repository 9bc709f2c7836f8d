// Runs a query over all bundles: first the literal string, then looser readings of it.

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

/** Every report that holds `string` literally. */
export async function findLiteral(index, string) {
  return (await sampleLiteral(index, string)).finish();
}

/**
 * Reports that may hold `string`, found with little; `finish()` gives those that do. `exact` says that these are they
 * already.
 */
export async function sampleLiteral(index, string) {
  const samples = await Promise.all(index.bundles.map(async (bundle) => ({ bundle, ...(await bundle.sample(string)) })));
  const gather = async (hitsOf) => {
    const parts = samples.map(async (sample) => {
      const found = await hitsOf(sample);
      return { bundle: sample.bundle, found, docs: found.places.length ? await makeDocs(sample.bundle, found) : [] };
    });
    return collect(await Promise.all(parts), [string]);
  };
  const first = await gather(({ found }) => found);
  const exact = samples.every((sample) => sample.exact);
  return { ...first, exact, finish: exact ? async () => first : () => gather((sample) => sample.finish()) };
}

/** Reports that hold the query in a looser reading and are not among `known`; null if there is no such reading. */
export async function findLooser(index, query, known) {
  const groups = looserGroups(query, index.synonyms);
  if (!groups) return null;
  const taken = new Map(known.parts.map(({ bundle, docs }) => [bundle, new Set(docs.map((doc) => doc.report))]));
  const parts = await Promise.all(
    index.bundles.map(async (bundle) => {
      const whole = await anyOf(bundle, groups.whole);
      const apart = groups.apart.length ? await allOf(bundle, groups.apart) : null;
      const lists = [whole, apart].filter(Boolean);
      const found = { places: lists.length ? union(lists) : new Uint32Array(0), byPassage: true };
      const docs = found.places.length ? await makeDocs(bundle, found) : [];
      return { bundle, found, docs: docs.filter((doc) => !taken.get(bundle)?.has(doc.report)) };
    }),
  );
  return collect(parts, [...new Set([...groups.whole, ...groups.apart.flat()])]);
}

/** Reports that hold every part of a query with blanks, be it in different passages; null for a query without. */
export async function findTogether(index, query) {
  const groups = partGroups(query, index.synonyms);
  if (groups.length < 2) return null;
  const parts = await Promise.all(
    index.bundles.map(async (bundle) => {
      const lists = await Promise.all(groups.map((group) => anyOf(bundle, group)));
      const docs = await Promise.all(lists.map((places) => (places.length ? makeDocs(bundle, { places, byPassage: true }) : [])));
      const common = docs.map((some) => new Set(some.map((doc) => doc.report)));
      return {
        bundle,
        found: { places: union(lists), byPassage: true },
        docs: docs[0].filter((doc) => common.every((reports) => reports.has(doc.report))),
      };
    }),
  );
  return { ...collect(parts, [...new Set(groups.flat())]), together: true };
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

function collect(parts, needles) {
  return {
    needles,
    parts,
    docs: parts.flatMap((part) => part.docs),
    places: parts.reduce((total, part) => total + part.found.places.length, 0),
    byPassage: parts.some((part) => part.found.byPassage),
  };
}

/**
 * Fill in the passages of every document, and what the passages are about, for the filters. Where one bundle counts
 * passages, all do from here on.
 */
export async function addPassages(result) {
  await Promise.all(
    result.parts.map(async ({ bundle, found, docs }) => {
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
