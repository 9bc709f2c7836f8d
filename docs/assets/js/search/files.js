// Reads the files of the index: compressed JSON, lists of numbers, and files of runs (build_site/publish/search/shards.py
// says how they are laid out).

const MULTIPLIER = 0x9e3779b1;
const KEPT = 150; // decompressed files kept in memory: at about 16 KB each, two megabytes

/** The decompressed bytes of the file at `url`, or null where there is none. */
export async function fetchBytes(url) {
  const response = await fetch(url);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  const stream = response.body.pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The value in the compressed JSON file at `url`, or null where there is none. */
export async function fetchValue(url) {
  const bytes = await fetchBytes(url);
  return bytes && JSON.parse(new TextDecoder().decode(bytes));
}

/** Remembers what was last loaded, so that typing on costs nothing and a long sitting does not fill the memory. */
export class Recent {
  #kept;
  #load;
  #values = new Map();

  /** At most `kept` values, each made by `load` of its key: a promise. */
  constructor(kept, load) {
    this.#kept = kept;
    this.#load = load;
  }

  get(key) {
    const known = this.#values.get(key) ?? this.#load(key);
    known.catch(() => this.#values.delete(key));
    this.#values.delete(key);
    this.#values.set(key, known);
    if (this.#values.size > this.#kept) this.#values.delete(this.#values.keys().next().value);
    return known;
  }
}

/** The files of runs that were last loaded, by address. */
export const recentFiles = new Recent(KEPT, fetchBytes);

/** The hash of `run`, as the build computes it. */
export function hashOf(run) {
  let value = 0;
  for (let at = 0; at < run.length; at += 1) {
    value = Math.imul(value ^ run.charCodeAt(at), MULTIPLIER);
    value ^= value >>> 15;
  }
  return value >>> 0;
}

/** The number of the file that holds `run`, of `count` files. */
export const shardOf = (run, count) => hashOf(run) % count;

/** Find `run` in the bytes of its file: {common, tail, bytes of its list}, or null. */
export function findRun(bytes, run) {
  if (!bytes) return null;
  const reader = new Reader(bytes);
  while (reader.at < bytes.length) {
    const count = reader.varint();
    const length = reader.varint();
    const flags = reader.at;
    const low = flags + count;
    const high = low + count * length;
    reader.at = high + count * length;
    const wanted = length === run.length ? rowOf(bytes, low, high, count, run) : -1;
    let before = 0;
    let total = 0;
    let size = 0;
    for (let row = 0; row < count; row += 1) {
      const step = reader.varint();
      if (row < wanted) before += step;
      if (row === wanted) size = step;
      total += step;
    }
    if (wanted >= 0) {
      const list = new Reader(bytes.subarray(reader.at + before, reader.at + before + size));
      const flag = bytes[flags + wanted];
      const tail = Array.from({ length: flag === 2 ? list.varint() : 0 }, () => String.fromCharCode(list.varint()));
      return { common: flag > 0, tail: tail.join(""), bytes: list.bytes.subarray(list.at) };
    }
    reader.at += total;
  }
  return null;
}

/** The row of `run` in columns of code units that ascend row by row, or -1. */
function rowOf(bytes, low, high, count, run) {
  let [from, to] = [0, count - 1];
  while (from <= to) {
    const middle = (from + to) >> 1;
    let order = 0;
    for (let at = 0; at < run.length && !order; at += 1) {
      const cell = at * count + middle;
      order = (bytes[low + cell] | (bytes[high + cell] << 8)) - run.charCodeAt(at);
    }
    if (!order) return middle;
    if (order < 0) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}

/** The ascending numbers of a list. */
export function readList(bytes) {
  let count = 0;
  for (const byte of bytes) count += byte < 128;
  const values = new Uint32Array(count);
  const reader = new Reader(bytes);
  let value = 0;
  for (let index = 0; index < count; index += 1) values[index] = value += reader.varint();
  return values;
}

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  varint() {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = this.bytes[this.at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
      shift += 7;
    }
  }
}
