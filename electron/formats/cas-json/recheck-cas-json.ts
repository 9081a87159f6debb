import { createHash } from 'node:crypto';
import type { Reread, WrittenFiles } from '../format.ts';
import { valuesStand } from '../recheck-values.ts';

type Breathe = () => Promise<void> | undefined;
type Structure = Record<string, unknown> & { '%ID': number; '%TYPE': string };
type Written = {
  '%TYPES': Record<string, Record<string, unknown>>;
  '%FEATURE_STRUCTURES': Structure[];
  '%VIEWS': { _InitialView: { '%SOFA': number; '%MEMBERS': number[] } };
};
type Part = { start: number; end: number; quote: string };

/** Reads the files back by themselves: types that are declared, ids that lead to something, and quotes that stand where they say. */
export async function recheckCasJson(
  files: WrittenFiles,
  _: unknown,
  breathe: Breathe = () => undefined,
): Promise<Reread> {
  const reread = { articles: 0, annotations: 0, relations: 0, mismatches: [] as string[] };
  for (const name of files.names.filter((each) => each.endsWith('.json'))) {
    await breathe();
    reread.articles += 1;
    const { annotations, relations, wrong } = recheckOne(JSON.parse(files.read(name)) as Written);
    reread.annotations += annotations;
    reread.relations += relations;
    reread.mismatches.push(...wrong.map((what) => `${name}: ${what}`));
  }
  return reread;
}

function recheckOne({ '%TYPES': types, '%FEATURE_STRUCTURES': structures, '%VIEWS': { _InitialView: view } }: Written) {
  const wrong: string[] = [];
  const byId = new Map(structures.map((structure) => [structure['%ID'], structure]));
  if (byId.size !== structures.length) wrong.push('an id stands there twice');
  const text = String(byId.get(view['%SOFA'])?.['sofaString']);
  const uid = structures.find((each) => each['%TYPE'] === 'galley.Article')?.['uid'];
  const members = new Set(view['%MEMBERS']);
  let annotations = 0;
  let relations = 0;
  for (const structure of structures) {
    const { '%TYPE': type, '%ID': id } = structure;
    if (!type.startsWith('custom.') && !type.startsWith('galley.')) continue;
    const isTag = type.startsWith('custom.');
    if (isTag) annotations += 1;
    if (type === 'galley.Relation') relations += 1;
    const isKnown = Object.keys(structure)
      .map((key) => key.replace(/^@/u, ''))
      .every((name) => /^(?:%ID|%TYPE|sofa|begin|end)$/u.test(name) || name in (types[type] ?? {}));
    const isWhole = Object.entries(structure).every(([key, to]) => !key.startsWith('@') || byId.has(to as number));
    const leads = type !== 'galley.Relation' || hasEnds(structure, byId);
    const isHere = structure['@sofa'] === view['%SOFA'] && members.has(id);
    if (!isKnown || !isWhole || !leads || !isHere || (isTag && !stands(structure, text)))
      wrong.push(`feature structure ${id}`);
    const values = Object.entries(structure).map(([key, value]) =>
      key.startsWith('@') ? (byId.get(value as number)?.['%ELEMENTS'] ?? '') : value,
    );
    const areRight = values
      .flat()
      .every((value) => valuesStand(String(value), (other) => (other === uid ? text : null), inUtf16));
    if (isTag && !areRight) wrong.push(`a value of feature structure ${id}`);
  }
  const hash = createHash('sha256').update(text, 'utf8').digest('hex');
  if (hash !== structures.find((each) => each['%TYPE'] === 'galley.Article')?.['sha256']) wrong.push('its text');
  return { annotations, relations, wrong };
}

/** Whether a relation leads from a tag to the tag that it stands where. */
function hasEnds(relation: Structure, byId: ReadonlyMap<number, Structure>): boolean {
  const [from, to] = ['@Governor', '@Dependent'].map((name) => byId.get(relation[name] as number));
  const areTags = [from, to].every((end) => end?.['%TYPE'].startsWith('custom.'));
  return areTags && to!['begin'] === relation['begin'] && to!['end'] === relation['end'];
}

const inUtf16 = (text: string, start: number, end: number) => text.slice(start, end);

function stands({ begin, end, galleyQuote, galleyParts = '[]' }: Structure, text: string): boolean {
  const parts = JSON.parse(galleyParts as string) as Part[];
  const isAt = (from: number, to: number, quote: unknown) =>
    0 <= from && from < to && to <= text.length && text.slice(from, to) === quote;
  return (
    isAt(begin as number, end as number, galleyQuote) &&
    parts.every((part, n) => isAt(part.start, part.end, part.quote) && (n === 0 || part.start > parts[n - 1]!.end))
  );
}
