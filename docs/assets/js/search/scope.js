// Words of a query that name the place or the year of reports: they can be meant as a filter, 河西区 教师交流.

import { PROVINCES } from "./facets.js";

const STEP = /.+?(?:特别行政区|自治[区州县旗]|地区|[省市区县旗州盟])/g;
const CITY = /(?:自治州|地区|[市州盟])$/; // may be named without: 苏州
const YEAR = /^((?:19|20)\d\d)年?$/;
const LONGEST = 9; // characters of a place at the beginning of a word
const MOST_FILTERS = 30; // choices an address has room for

/**
 * What `query` says of place and year: {label, rest, filters, holds(doc)}, `rest` being the words that are left; null
 * where it names none that a report is of. With `within`, places are also looked for at the beginning of a word.
 */
export async function scopeOf(index, query, within) {
  const words = query.split(/\s+/);
  if (words.length === 1 && !within && !mayBeOne(query)) return null;
  const tables = new Map(await Promise.all(index.bundles.map(async (bundle) => [bundle, await tableOf(bundle)])));
  const known = (name) => [...new Set([...tables.values()].flatMap((table) => table[name]))];
  const [regions, years] = [known("regions"), known("years")];
  const [named, rest] = [[], []];
  for (const word of words) {
    const cuts = within ? Array.from({ length: Math.min(LONGEST, word.length - 2) }, (_, at) => at + 2).reverse() : [];
    const end = [word.length, ...cuts].find((end) => meaning(word.slice(0, end), regions, years));
    if (end) named.push({ word: word.slice(0, end), ...meaning(word.slice(0, end), regions, years) });
    if (end !== word.length) rest.push(word.slice(end ?? 0));
  }
  if (!named.length) return null;
  const holds = (doc) => {
    const region = tables.get(doc.bundle).regionOf(doc.report);
    return named.every((one) => (one.regions ? one.regions.has(region) : one.years.has(doc.year)));
  };
  return { label: named.map(({ word }) => word).join(""), rest: rest.join(" "), filters: filtersOf(named), holds };
}

/** Whether a query of one word may be a place or a year: others need not load the places. */
const mayBeOne = (word) => YEAR.test(word) || /[省市区县旗州盟]$/.test(word) || (word.length < 5 && /^\p{Script=Han}+$/u.test(word));

async function tableOf(bundle) {
  const [places, head] = await Promise.all([bundle.regions(), bundle.head()]);
  const [regions, numbers] = places ?? [[], []]; // an index written before there were such files
  return { regions, years: head.year[0], regionOf: (report) => regions[numbers[report]] };
}

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
