// Filters: which documents pass, and how many would for every value of every filter.

const PLAN = 1;
const FIGURES = 2;

export const PROVINCES = {
  11: "北京", 12: "天津", 13: "河北", 14: "山西", 15: "内蒙古", 21: "辽宁", 22: "吉林", 23: "黑龙江", 31: "上海", 32: "江苏",
  33: "浙江", 34: "安徽", 35: "福建", 36: "江西", 37: "山东", 41: "河南", 42: "湖北", 43: "湖南", 44: "广东", 45: "广西",
  46: "海南", 50: "重庆", 51: "四川", 52: "贵州", 53: "云南", 54: "西藏", 61: "陕西", 62: "甘肃", 63: "青海", 64: "宁夏",
  65: "新疆", 71: "台湾", 81: "香港", 82: "澳门",
};

const province = (doc) => PROVINCES[doc.code.slice(0, 2)] ?? "未知";

/** Filters on the report: name -> its value for a document. */
const OF_REPORT = { year: (doc) => doc.year, province, region: (doc) => doc.region ?? "", kind: (doc) => doc.kind };
/** Filters on the passages that hold the hit: name -> the values of passage `number`. */
const OF_PASSAGE = {
  theme: (table, number) => table.themes[0][table.themes[1][number]],
  status: (table, number) => [table.flags[number] & PLAN ? "计划" : "已做"],
  figures: (table, number) => (table.flags[number] & FIGURES ? ["含数据"] : []),
};

/** The filters that ask what passages are about: those need the tables of passages. */
export const OF_PASSAGES = Object.keys(OF_PASSAGE);

export const FACETS = [
  ["year", "年度"],
  ["province", "省份"],
  ["region", "地区"],
  ["theme", "主题"],
  ["kind", "类型"],
  ["status", "状态"],
  ["figures", "数据"],
];

/** Whether passage `number` of `doc` passes the chosen passage filters, `but` one. */
function passagePasses(doc, number, chosen, but) {
  for (const [name, values] of Object.entries(OF_PASSAGE)) {
    const wanted = chosen[name];
    if (name === but || !wanted?.size) continue;
    if (!values(doc.table, number).some((value) => wanted.has(value))) return false;
  }
  return true;
}

function reportPasses(doc, chosen, but) {
  return Object.entries(OF_REPORT).every(([name, value]) => name === but || !chosen[name]?.size || chosen[name].has(value(doc)));
}

const asksPassages = (chosen) => OF_PASSAGES.some((name) => chosen[name]?.size);

/** The documents that pass all of `chosen` (name -> set of values). */
export function filtered(docs, chosen) {
  const passages = asksPassages(chosen);
  return docs.filter(
    (doc) => reportPasses(doc, chosen) && (!passages || doc.passages?.some((number) => passagePasses(doc, number, chosen))),
  );
}

/** Whether passage `number`, counted in the report, passes. */
export function accepts(doc, chosen) {
  if (!asksPassages(chosen) || !doc.table) return () => true;
  return (number) => passagePasses(doc, doc.firstPassage + number, chosen);
}

/** name -> Map(value -> number of documents), each filter counted as if nothing were chosen in it. */
export function counts(docs, chosen) {
  const result = {};
  const passages = asksPassages(chosen);
  for (const [name] of FACETS) result[name] = new Map();
  for (const doc of docs) {
    const holds = !passages || doc.passages?.some((number) => passagePasses(doc, number, chosen));
    for (const [name, value] of Object.entries(OF_REPORT)) {
      if (holds && reportPasses(doc, chosen, name)) add(result[name], value(doc));
    }
    if (!doc.passages || !reportPasses(doc, chosen)) continue;
    for (const [name, values] of Object.entries(OF_PASSAGE)) {
      const seen = new Set();
      for (const number of doc.passages) {
        if (passagePasses(doc, number, chosen, name)) for (const value of values(doc.table, number)) seen.add(value);
      }
      for (const value of seen) add(result[name], value);
    }
  }
  return result;
}

function add(map, value) {
  map.set(value, (map.get(value) ?? 0) + 1);
}
