// Finds strings in the reports of a site, exactly and completely, from the files that the build wrote.
//
// A string of one or two characters, or a common one, is a run of its own: its list names the passages that hold it.
// A longer string is covered by runs of three characters and more; it stands where their positions, each less the
// run's place in the string, agree.

import { Recent, fetchValue, readList } from "./files.js";
import { JoinedSite } from "./joined.js";
import { NameList } from "./name-list.js";
import { distinct, intersect, itemsOf, shift, totals } from "./lists.js";
import { FIRST, RunFolder, SAMPLE, openStarts, pieceStarts, spread } from "./runs.js";

const TEXTS = 24; // reports whose texts are kept in memory: at about 70 KB each
const LONGEST = 20; // length to which a common run is continued
const VERIFIED = 2; // reports of a bundle whose texts are read (to be shown anyway) rather than more runs
const EMPTY = new Uint32Array(0);

const recentTexts = new Recent(TEXTS, fetchValue);

/** Hits of one string in one bundle: `places` are positions, or passages where `byPassage`. */
const hits = (places, byPassage) => ({ places, byPassage });
const NONE = hits(EMPTY, false);
/** A first look: `found`, and how to get from there to the hits themselves (which they are if `exact`). */
const sampled = (found, finish = null) => ({ found, exact: !finish, finish: finish ?? (async () => found) });

/** Opens the index of the site at `root` (a URL that ends in a slash), be it one site or joined from several. */
export async function openIndex(root) {
  const response = await fetch(new URL("search/data/index.json", root), { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const manifest = await response.json();
  return manifest.parts ? new JoinedSite(manifest, root, openIndex) : new Site(manifest, root);
}

/** The index of one site, which is the only part of itself. */
class Site {
  number = 0;
  parts = [this];

  constructor(manifest, root) {
    this.bundles = manifest.bundles.map((info) => new Bundle(info, root, manifest.details));
    this.names = new NameList(manifest.names, root);
    this.synonyms = manifest.synonyms;
    this.reports = manifest.reports;
  }

  async open() {
    return this;
  }

  async partsHolding() {
    return this.parts;
  }

  /** The different regions and years of all reports. */
  async places() {
    const tables = await Promise.all(this.bundles.map(async (bundle) => [await bundle.regions(), await bundle.head()]));
    const regions = [...new Set(tables.flatMap(([places]) => places?.[0] ?? []))]; // older bundles have no such file
    return { regions, years: [...new Set(tables.flatMap(([, head]) => head.year[0]))], partsOf: null };
  }
}

/** The reports of one bundle. */
export class Bundle extends RunFolder {
  #head;
  #passages;
  #regions;
  #details = new Map();

  constructor(info, root, details) {
    super(info, root);
    this.perDetails = details;
    this.head().catch(() => {}); // every query needs it: load it beside the first runs, not after them
  }

  /** The reports: columns, and where each begins in characters and in passages. */
  head() {
    this.#head ??= fetchValue(new URL("head.bin", this.url)).then((head) => ({
      year: head.year,
      code: head.code,
      kind: head.kind,
      starts: totals(head.units),
      firstPassage: totals(head.passages),
      common: new Set(head.common.match(/[^]{3}/g) ?? []),
    }));
    return this.#head;
  }

  /** The passages: columns, and where each begins in characters. */
  passages() {
    this.#passages ??= fetchValue(new URL("passages.bin", this.url)).then((table) => ({
      starts: totals(table.units),
      themes: themesOf(table),
      flags: Uint8Array.from(table.flags),
    }));
    return this.#passages;
  }

  /** The regions of the reports: the different ones, and the number of each report's. */
  regions() {
    this.#regions ??= fetchValue(new URL("regions.bin", this.url));
    return this.#regions;
  }

  /** {id, region} of report number `report`. */
  async details(report) {
    const file = Math.floor(report / this.perDetails);
    if (!this.#details.has(file)) this.#details.set(file, fetchValue(new URL(`d/${file}.bin`, this.url)));
    const [id, region] = (await this.#details.get(file))[report % this.perDetails];
    return { id, region };
  }

  /** The text of report number `report`. */
  async text(report) {
    const { id } = await this.details(report);
    return recentTexts.get(new URL(`search/data/text/${id}.bin`, this.root).href);
  }

  /** Where `string` stands, literally. */
  async search(string) {
    const { finish } = await this.sample(string);
    return finish();
  }

  /**
   * A first look at where `string` may stand: `found` misses nothing but may hold too much; `finish()` gives the
   * hits themselves.
   */
  async sample(string) {
    if (string.length < FIRST) {
      const entry = await this.find(string);
      return sampled(entry ? hits(readList(entry.bytes), true) : NONE);
    }
    const starts = pieceStarts(string.length);
    const few = starts.length > SAMPLE ? await this.#tellingStarts(string) : starts;
    let pieces = await this.#pieces(string, few);
    const isLight = ({ entry }) => !entry.common;
    if (pieces && few !== starts && pieces.filter(isLight).length < 2) {
      // One list proves little of where a string stands; two at their distance nearly all.
      const more = await this.#pieces(string, openStarts(string.length, pieces));
      pieces = more && [...pieces, ...more];
    }
    if (!pieces) return sampled(NONE);
    const whole = pieces.find(({ start, end }) => start === 0 && end === string.length);
    if (whole?.entry.common) return sampled(hits(readList(whole.entry.bytes), true));
    const light = pieces.filter(isLight);
    const heavy = pieces.filter((piece) => !isLight(piece));
    const open = openStarts(string.length, pieces);
    if (!light.length) {
      const passages = heavy.map(({ entry }) => readList(entry.bytes)).reduce(intersect);
      return sampled(hits(passages, true), () => this.#finish(string, open, heavy, null));
    }
    const found = await this.#join(light);
    const rest = found.length && (open.length || heavy.length);
    return sampled(hits(found, false), rest ? () => this.#finish(string, open, heavy, found) : null);
  }

  /** Three places at which `string` is least common: there its runs list few positions. */
  async #tellingStarts(string) {
    const { common } = await this.head();
    const all = Array.from({ length: string.length - FIRST + 1 }, (_, start) => start);
    const telling = all.filter((start) => !common.has(string.slice(start, start + FIRST)));
    return telling.length > 1 ? spread(telling) : spread(pieceStarts(string.length));
  }

  /** The hits of `string`: where the heavy pieces, and those still `open`, agree with the positions `found`. */
  async #finish(string, open, heavy, found) {
    const few = found && (await this.#verify(found, string));
    if (few) return hits(few, false);
    const second = await this.#pieces(string, open);
    return second ? hits(await this.#join([...heavy, ...second], found), false) : NONE;
  }

  /** The runs at `starts` of `string`, less those that others reach over; null if one of them stands nowhere. */
  async #pieces(string, starts) {
    const pieces = await Promise.all(starts.map((start) => this.#piece(string, start)));
    if (pieces.includes(null)) return null;
    return pieces.filter((one) => !pieces.some((other) => other.start < one.start && other.end >= one.end));
  }

  /** The run at `start` of `string`, with its tail, continued while it is common; null if it stands nowhere. */
  async #piece(string, start) {
    for (let end = start + FIRST; ; end += 1) {
      const run = string.slice(start, end);
      const entry = await this.find(run);
      if (!entry) return null;
      if (!entry.common) return { run, start, end, entry };
      const tail = entry.tail.slice(0, string.length - end);
      if (!string.startsWith(tail, end)) return null;
      end += tail.length;
      if (end === string.length || end - start >= LONGEST) return { run, start, end, entry };
    }
  }

  /** The positions, of `known` if given, at which all pieces stand side by side; the shortest lists are read first. */
  async #join(pieces, known = null) {
    const ordered = [...pieces].sort((a, b) => a.entry.common - b.entry.common || a.entry.bytes.length - b.entry.bytes.length);
    let found = known;
    for (const { run, start, entry } of ordered) {
      const list = shift(entry.common ? await this.positions(run) : readList(entry.bytes), start);
      found = found ? intersect(found, list) : list;
      if (!found.length) return found;
    }
    return found;
  }

  /** Of positions in few enough reports those where `string` really stands, by their texts; null if they are many. */
  async #verify(positions, string) {
    const head = await this.head();
    const reports = distinct(itemsOf(positions, head.starts));
    if (reports.length > VERIFIED) return null;
    const texts = await Promise.all(Array.from(reports, async (report) => [report, plainText(await this.text(report))]));
    const byReport = new Map(texts);
    const owner = itemsOf(positions, head.starts);
    return positions.filter((position, at) => byReport.get(owner[at]).startsWith(string, position - head.starts[owner[at]]));
  }

  /** Reports that hold the hits: [{report (its number), count}] with `byPassage` counts of passages. */
  async reportsOf({ places, byPassage }) {
    const head = await this.head();
    const numbers = itemsOf(places, byPassage ? head.firstPassage : head.starts);
    const found = [];
    for (const report of numbers) {
      if (found.at(-1)?.report === report) found.at(-1).count += 1;
      else found.push({ report, count: 1 });
    }
    return found;
  }

  /** The passages that hold the hits. */
  async passagesOf({ places, byPassage }) {
    return byPassage ? places : distinct(itemsOf(places, (await this.passages()).starts));
  }
}

/** The themes of passages: the different lists, and the number of each passage's; an older index has no names apart. */
function themesOf({ names, themes: [lists, numbers] }) {
  return [names ? lists.map((list) => list.map((number) => names[number])) : lists, Uint32Array.from(numbers)];
}

/** A report's text as the index counts it: paragraphs parted by newlines. */
function plainText(text) {
  return text.passages.map(([piece, , opens], at) => (opens && at ? `\n${piece}` : piece)).join("");
}
