// Looks a query up among the names of themes, indicators, regions and reports.

import { splitWords } from "./words.js";

/** kind -> {entries, total}: names that hold the query; failing that its synonyms, then all its words. */
export async function findNames(index, query, most) {
  const same = index.synonyms.filter((group) => group.includes(query)).flat();
  const words = splitWords(query);
  const tries = [[query], ...same.filter((word) => word !== query).map((word) => [word]), ...(words.length > 1 && words.length < 4 ? [words] : [])];
  const found = {};
  for (const attempt of tries) {
    const result = await index.names.search(attempt, most);
    for (const [kind, part] of Object.entries(result)) merge(found, kind, part, attempt[0]);
    if (attempt[0] === query && Object.values(found).some(({ total }) => total)) break;
  }
  return found;
}

function merge(found, kind, { entries, total }, query) {
  const into = (found[kind] ??= { entries: [], total: 0 });
  const known = new Set(into.entries.map((entry) => entry.number));
  const fresh = entries.filter((entry) => !known.has(entry.number));
  into.entries.push(...fresh.sort((a, b) => closeness(a, query) - closeness(b, query) || a.number - b.number));
  into.total += total - (entries.length - fresh.length);
}

/** 0 for the very name, 1 for one of its other names, 2 where it begins so, 3 elsewhere. */
function closeness(entry, query) {
  if (entry.name === query) return 0;
  if (entry.others.includes(query)) return 1;
  return entry.name.startsWith(query) ? 2 : 3;
}
