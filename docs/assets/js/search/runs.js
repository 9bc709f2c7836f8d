// Looks runs of characters up in a folder of the index, and says into which runs a string is cut.

import { findRun, readList, recentFiles, shardOf } from "./files.js";

export const FIRST = 3; // length from which runs list positions
export const SAMPLE = 3; // pieces of a long string looked up at first; they nearly always decide

/** A folder of runs, and how to look one up. */
export class RunFolder {
  constructor(info, root) {
    this.root = root;
    this.info = info;
    this.url = new URL(`search/data/${info.path}/`, root);
  }

  /** The entry of `run`, or null if it stands nowhere here. */
  async find(run) {
    const folder = Math.min(run.length, FIRST);
    const number = shardOf(run, this.info.shards[folder - 1]);
    const bytes = await recentFiles.get(new URL(`${folder}/${number}.bin`, this.url).href);
    return findRun(bytes, run);
  }

  /** All positions of a common run. */
  async positions(run) {
    const name = Array.from({ length: run.length }, (_, at) => run.charCodeAt(at).toString(16).padStart(4, "0"));
    return readList((await recentFiles.get(new URL(`c/${name.join("")}.bin`, this.url).href)) ?? new Uint8Array(0));
  }
}

/** The runs by which to guess where `string` stands: at most three; what they find is proved anyway. */
export function sampledRuns(string) {
  if (string.length <= FIRST) return [string];
  const starts = Array.from({ length: string.length - FIRST + 1 }, (_, start) => start);
  return spread(starts).map((start) => string.slice(start, start + FIRST));
}

/** Where the pieces of a string of `length` begin: side by side, the last one reaching back to be long enough. */
export function pieceStarts(length) {
  return Array.from({ length: Math.ceil(length / FIRST) }, (_, at) => Math.min(at * FIRST, length - FIRST));
}

/** The first, middle and last of `starts`. */
export function spread(starts) {
  return [...new Set([0, starts.length >> 1, starts.length - 1])].map((at) => starts[at]);
}

/** Where pieces must begin so that every character lies in one of them or of `pieces`. */
export function openStarts(length, pieces) {
  const starts = [];
  for (let at = 0; at < length; at += 1) {
    if (pieces.some(({ start, end }) => start <= at && at < end)) continue;
    starts.push(Math.min(at, length - FIRST));
    at = starts.at(-1) + FIRST - 1;
  }
  return starts;
}
