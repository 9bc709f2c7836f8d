// Words of a query that name the place or the year of reports: they can be meant as a filter, 河西区 教师交流.

import { PROVINCES } from "./facets.js";

// 市, 县 and 州 may stand inside a name: 新市区, 赣县区, 苏州市, 通州区.
const STEP = /.+?(?:特别行政区|自治[区州县旗]|地区|[省区旗盟]|[市县](?!区)|州(?![市区县]))/g;
const CITY = /(?:自治州|地区|[市州盟])$/; // may be named without: 苏州
const YEAR = /^((?:19|20)\d\d)年?$/;
const LONGEST = 9; // characters of a place at the beginning of a word
const MOST_FILTERS = 30; // choices an address has room for

/**
 * What `query` says of place and year: {label, rest, filters, mayHold(part), load(bundles), holds(doc)}, `rest` being the
 * words that are left; null where it names none that a report is of. `mayHold` tells whether a part of the site has such
 * reports, `holds` whether a report is one, once its bundle is loaded. With `within`, places are also looked for at the
 * beginning of a word.
 */
export async function scopeOf(index, query, within) {
  const words = query.split(/\s+/);
  if (words.length === 1 && !within && !mayBeOne(query)) return null;
  const { regions, years, partsOf } = await index.places();
  const [named, rest] = [[], []];
  for (const word of words) {
    const cuts = within ? Array.from({ length: Math.min(LONGEST, word.length - 2) }, (_, at) => at + 2).reverse() : [];
    const end = [word.length, ...cuts].find((end) => meaning(word.slice(0, end), regions, years));
    if (end) named.push({ word: word.slice(0, end), ...meaning(word.slice(0, end), regions, years) });
    if (end !== word.length) rest.push(word.slice(end ?? 0));
  }
  if (!named.length) return null;
  return { label: named.map(({ word }) => word).join(""), rest: rest.join(" "), filters: filtersOf(named), ...testsOf(named, partsOf) };
}

function testsOf(named, partsOf) {
  const hasYear = (part, years) => !part.years || [...years].some((year) => part.years.has(year));
  const hasRegion = (part, regions) => !partsOf || [...regions].some((region) => partsOf.get(region).has(part.number));
  const tables = new Map();
  const regionOf = ({ bundle, report }) => tables.get(bundle)[0][tables.get(bundle)[1][report]];
  return {
    mayHold: (part) => named.every((one) => (one.regions ? hasRegion(part, one.regions) : hasYear(part, one.years))),
    load: (bundles) => Promise.all(bundles.map(async (bundle) => tables.set(bundle, (await bundle.regions()) ?? [[], []]))),
    holds: (doc) => named.every((one) => (one.regions ? one.regions.has(regionOf(doc)) : one.years.has(doc.year))),
  };
}

/** Whether a query of one word may be a place or a year: others need not load the places. */
const mayBeOne = (word) => YEAR.test(word) || /[省市区县旗州盟]$/.test(word) || (word.length < 5 && /^\p{Script=Han}+$/u.test(word));

function meaning(word, regions, years) {
  const year = YEAR.exec(word)?.[1];
  if (year) {
    const of = years.filter((one) => one.includes(year));
    return of.length ? { years: new Set(of) } : null;
  }
  const of = regions.filter((region) => liesIn(region, word));
  return of.length ? { regions: new Set(of) } : null;
}

/** Whether one of the steps of `region` (天津市, 河西区) is called `word`; provinces and cities also without their last part. */
function liesIn(region, word) {
  if (region === word || (word.length > 2 && /[市区县旗]$/.test(word) && region.endsWith(word))) return true;
  const steps = region.match(STEP) ?? [];
  return steps.some((step, at) => step === word || (CITY.test(step) && step.replace(CITY, "") === word && at < 2) || (!at && shortOf(step) === word));
}

const shortOf = (province) => Object.values(PROVINCES).find((name) => province.startsWith(name));

/** The choices of the results page's filters that say the same: [name, value] pairs; none where there are too many. */
function filtersOf(named) {
  const pairs = named.flatMap(({ word, regions, years }) => {
    if (years) return [...years].map((year) => ["year", year]);
    const provinces = [...new Set([...regions].map(shortOf).filter(Boolean))];
    const whole = provinces.length === 1 && (provinces[0] === word || word.startsWith(provinces[0]));
    const places = whole ? [] : [...regions].map((region) => ["region", region]);
    return [...provinces.map((province) => ["province", province]), ...places];
  });
  return pairs.length > MOST_FILTERS ? [] : pairs;
}
