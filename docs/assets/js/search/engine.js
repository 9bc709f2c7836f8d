// Finds strings in the reports of a site, exactly and completely, from the files that the build wrote.
//
// A string of one or two characters, or a common one, is a run of its own: its list names the passages that hold it.
// A longer string is covered by runs of three characters and more; it stands where their positions, each less the
// run's place in the string, agree.

import { FileCache, fetchValue, findRun, readList, shardOf, fetchBytes } from "./files.js";
import { distinct, intersect, itemsOf, shift, totals } from "./lists.js";

const FIRST = 3; // length from which runs list positions
const EMPTY = new Uint32Array(0);

/** Hits of one string in one bundle: `places` are positions, or passages where `byPassage`. */
const hits = (places, byPassage) => ({ places, byPassage });
const NONE = hits(EMPTY, true);

/** Opens the index of the site at `root` (a URL that ends in a slash), and of the sites its manifest names as parts. */
export async function openIndex(root) {
  const response = await fetch(new URL("search/data/index.json", root), { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const manifest = await response.json();
  const parts = await Promise.all((manifest.parts ?? []).map((part) => openIndex(new URL(part, root))));
  const bundles = (manifest.bundles ?? []).map((info) => new Bundle(info, root));
  const names = manifest.names ? [new NameList(manifest.names, root)] : [];
  return {
    bundles: [...bundles, ...parts.flatMap((part) => part.bundles)],
    names: [...names, ...parts.flatMap((part) => part.names)],
    synonyms: [...(manifest.synonyms ?? []), ...parts.flatMap((part) => part.synonyms)],
    reports: (manifest.reports ?? 0) + parts.reduce((total, part) => total + part.reports, 0),
  };
}

/** A folder of runs, and how to look one up. */
class RunFolder {
  #files = new FileCache();

  constructor(info, root) {
    this.root = root;
    this.info = info;
    this.url = new URL(`search/data/${info.path}/`, root);
  }

  /** The entry of `run`, or null if it stands nowhere here. */
  async find(run) {
    const [folder, count] = run.length < FIRST ? ["s", this.info.short] : ["g", this.info.long];
    const bytes = await this.#files.get(new URL(`${folder}/${shardOf(run, count)}.bin`, this.url).href);
    return findRun(bytes, run);
  }

  /** All positions of a common run. */
  async positions(run) {
    const name = Array.from({ length: run.length }, (_, at) => run.charCodeAt(at).toString(16).padStart(4, "0"));
    return readList((await this.#files.get(new URL(`c/${name.join("")}.bin`, this.url).href)) ?? EMPTY);
  }
}

/** The reports of one bundle. */
export class Bundle extends RunFolder {
  #head;
  #passages;
  #texts = new Map();

  /** The reports: columns, and where each begins in characters and in passages. */
  head() {
    this.#head ??= fetchValue(new URL("head.bin", this.url)).then((head) => ({
      ...head,
      starts: totals(head.units),
      firstPassage: totals(head.passages),
    }));
    return this.#head;
  }

  /** The passages: columns, and where each begins in characters. */
  passages() {
    this.#passages ??= fetchValue(new URL("passages.bin", this.url)).then((table) => ({
      starts: totals(table.units),
      themes: table.themes,
      flags: table.flags,
    }));
    return this.#passages;
  }

  /** The text of the report with `id`. */
  text(id) {
    if (!this.#texts.has(id)) this.#texts.set(id, fetchValue(new URL(`search/data/text/${id}.bin`, this.root)));
    return this.#texts.get(id);
  }

  /** Where `string` stands, literally. */
  async search(string) {
    if (string.length < FIRST) {
      const entry = await this.find(string);
      return entry ? hits(readList(entry.bytes), true) : NONE;
    }
    for (let at = 0; at < string.length; at += FIRST) this.find(string.slice(pieceStart(string, at)).slice(0, FIRST));
    const pieces = [];
    for (let at = 0; at < string.length; ) {
      const piece = await this.#piece(string, pieceStart(string, at));
      if (!piece) return NONE;
      if (piece.whole) return hits(readList(piece.entry.bytes), piece.entry.common);
      pieces.push(piece);
      at = piece.start + piece.run.length;
    }
    return hits(await this.#join(pieces), false);
  }

  /** The run at `start` of `string`, continued while it is common; null if it stands nowhere. */
  async #piece(string, start) {
    let run = string.slice(start, start + FIRST);
    let entry = await this.find(run);
    while (entry?.common && start + run.length < string.length) {
      run = string.slice(start, start + run.length + 1);
      entry = await this.find(run);
    }
    return entry && { run, start, entry, whole: run === string };
  }

  /** The positions at which all pieces stand side by side; the shortest lists are read first. */
  async #join(pieces) {
    const ordered = [...pieces].sort((a, b) => a.entry.common - b.entry.common || a.entry.bytes.length - b.entry.bytes.length);
    let found = null;
    for (const { run, start, entry } of ordered) {
      const list = shift(entry.common ? await this.positions(run) : readList(entry.bytes), start);
      found = found ? intersect(found, list) : list;
      if (!found.length) break;
    }
    return found;
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

/** Where the piece for position `at` begins: the last one reaches back, so that it is long enough. */
function pieceStart(string, at) {
  return Math.min(at, string.length - FIRST);
}

/** Themes, indicators and reports by name. */
export class NameList extends RunFolder {
  #blocks = new Map();

  /** Entries whose names hold every one of `words`: {theme: [...], indicator: [...], report: [...]}, at most `most` of a kind. */
  async search(words, most) {
    const lists = await Promise.all(words.flatMap((word) => runsOf(word)).map((run) => this.find(run)));
    if (!lists.length || lists.includes(null)) return {};
    const numbers = lists.map((entry) => readList(entry.bytes)).reduce(intersect);
    const found = {};
    let from = 0;
    for (const [kind, count] of Object.entries(this.info.kinds)) {
      const inside = numbers.filter((number) => number >= from && number < from + count);
      const entries = await Promise.all(Array.from(inside.slice(0, most * 2), (number) => this.#entry(number)));
      const holds = (entry) => words.every((word) => [entry.name, ...entry.others].some((name) => name.includes(word)));
      found[kind] = { entries: entries.filter(holds), total: inside.length };
      from += count;
    }
    return found;
  }

  async #entry(number) {
    const size = this.info.block;
    const block = Math.floor(number / size);
    if (!this.#blocks.has(block)) this.#blocks.set(block, fetchValue(new URL(`e/${block}.bin`, this.url)));
    const [name, others, note, url] = (await this.#blocks.get(block))[number % size];
    return { number, name, others, note, url: new URL(url, this.root).href };
  }
}

/** The runs a word is looked up by. */
function runsOf(word) {
  if (word.length <= FIRST) return [word];
  return Array.from({ length: word.length - FIRST + 1 }, (_, at) => word.slice(at, at + FIRST));
}
