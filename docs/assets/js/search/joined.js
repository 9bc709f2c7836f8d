// A site joined from others, its parts: which of them a question concerns, so that the others need not be asked.

import { PROVINCES } from "./facets.js";
import { fetchValue, hashOf, recentFiles } from "./files.js";
import { NameList } from "./name-list.js";
import { sampledRuns } from "./runs.js";

const BLOCK_BYTES = 64;
const MULTIPLIER = 0x85ebca6b;

/** The three bits of a hash in its block, as the build computes them (build_site/publish/search/holders.py). */
export function bitsOf(hash) {
  const product = Math.imul(hash, MULTIPLIER);
  const mixed = product ^ (product >>> 13);
  return [0, 9, 18].map((shift) => (mixed >>> shift) & (BLOCK_BYTES * 8 - 1));
}

/** One part. It is opened when it is first asked. */
class Part {
  #site;
  #opened = null;

  constructor({ path, title, reports, years, codes }, number, site) {
    this.number = number;
    this.title = title;
    this.reports = reports;
    this.years = new Set(years);
    this.provinces = new Set(codes.map((code) => PROVINCES[code] ?? "未知"));
    this.url = new URL(path, site.root);
    this.#site = site;
  }

  /** Its own index; a failure may be tried again. */
  open() {
    this.#opened ??= this.#site.openPart(this.url).catch((error) => {
      this.#opened = null;
      throw error;
    });
    return this.#opened;
  }
}

/** The parts of a joined site as one index. */
export class JoinedSite {
  #front;
  #places = null;

  /** `open(root)` opens the index of a part. */
  constructor(manifest, root, open) {
    this.root = root;
    this.reports = manifest.reports;
    this.synonyms = manifest.synonyms;
    this.names = new NameList(manifest.names, root);
    this.parts = manifest.parts.map((part, number) => new Part(part, number, this));
    this.#front = { ...manifest.front, url: new URL(`search/data/${manifest.front.path}/`, root) };
    // A part of an older build may know other synonyms; one question has one meaning.
    this.openPart = async (url) => Object.assign(await open(url), { synonyms: this.synonyms });
  }

  /** The parts that may hold a string of every one of `groups`. */
  async partsHolding(groups) {
    const rows = await Promise.all(groups.map(async (strings) => Promise.all(strings.map((string) => this.#holders(string)))));
    return this.parts.filter((part) => rows.every((strings) => strings.some((holds) => holds(part.number))));
  }

  /** Whether a part may hold `string`: a test of its number. */
  async #holders(string) {
    const tests = await Promise.all(sampledRuns(string).map((run) => this.#holdersOfRun(run)));
    return (number) => tests.every((holds) => holds(number));
  }

  async #holdersOfRun(run) {
    const { blocks, together, url } = this.#front;
    const hash = hashOf(run);
    const block = hash % blocks;
    const bytes = await recentFiles.get(new URL(`h/${Math.floor(block / together)}.bin`, url).href);
    const bits = bitsOf(hash);
    return (number) => {
      const start = (number * together + (block % together)) * BLOCK_BYTES;
      return !bytes || bits.every((bit) => (bytes[start + (bit >> 3)] >> (bit & 7)) & 1);
    };
  }

  /** The different regions and years of all reports, and in which parts each region has some. */
  async places() {
    this.#places ??= fetchValue(new URL("places.bin", this.#front.url));
    const [regions, holders] = (await this.#places) ?? [[], []];
    const years = [...new Set(this.parts.flatMap((part) => [...part.years]))];
    return { regions, years, partsOf: new Map(regions.map((region, at) => [region, new Set(holders[at])])) };
  }
}
