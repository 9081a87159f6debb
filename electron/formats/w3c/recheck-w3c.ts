import { createHash } from 'node:crypto';
import type { Dataset, Reread, WrittenFiles } from '../format.ts';
import { valuesStand } from '../recheck-values.ts';

type Position = { start: number; end: number };
type Quote = { exact: string; prefix?: string; suffix?: string };
type Target = { id?: string; source: string; selector: [Position, Quote] };
type Item = { id: string; motivation: string; body: { format?: string; value: string }[]; target: Target | Target[] };
type Page = {
  id: string;
  next?: string;
  startIndex: number;
  'galley:article': { article: string; sha256: string };
  items: Item[];
};

/** Reads every page from its collection on, by their links: positions count code points, and quotes stand where they say. */
export async function recheckW3c(
  files: WrittenFiles,
  { withText }: Pick<Dataset, 'withText'>,
  breathe: () => Promise<void> | undefined = () => undefined,
): Promise<Reread> {
  const reread = { articles: 0, annotations: 0, mismatches: [] as string[] };
  const collection = JSON.parse(files.read('collection.json')) as { total: number; first?: string; last?: string };
  let at = 0;
  let next = collection.first;
  for (let id: string | undefined = next; id !== undefined; id = next) {
    await breathe();
    const article = id.slice(id.lastIndexOf(':') + 1);
    const page = JSON.parse(files.read(`pages/${article}.json`)) as Page;
    const text = withText ? files.read(`texts/${article}.txt`) : null;
    reread.articles += 1;
    const isHash = text === null || createHash('sha256').update(text).digest('hex') === page['galley:article'].sha256;
    if (!isHash) reread.mismatches.push(`text of ${article}`);
    if (page.id !== id || page.startIndex !== at) reread.mismatches.push(`page of ${article}`);
    for (const name of checkItems(page, article, text, reread)) reread.mismatches.push(name);
    at += page.items.length;
    next = page.next;
    if (next === undefined && collection.last !== id) reread.mismatches.push('collection');
  }
  if (at !== collection.total) reread.mismatches.push('collection');
  return reread;
}

function* checkItems({ items }: Page, article: string, text: string | null, reread: { annotations: number }) {
  const characters = text === null ? null : Array.from(text);
  const ids = new Set(items.map(({ id }) => id));
  for (const { id, motivation, body, target } of items) {
    const targets = Array.isArray(target) ? target : [target];
    const uid = id.replace('urn:uuid:', '');
    if (motivation === 'linking') {
      if (targets.length !== 2 || !ids.has(targets[0]!.id!)) yield `relation ${uid}`;
      continue;
    }
    reread.annotations += 1;
    const areRight = targets.every(
      ({ source, selector }) => source === `urn:uuid:${article}` && stands(characters, ...selector),
    );
    const written = body.find(({ format }) => format === 'application/json')!.value;
    if (!areRight || !valuesStand(written, (other) => (other === article ? text : null))) yield `annotation ${uid}`;
  }
}

function stands(characters: string[] | null, { start, end }: Position, { exact, prefix, suffix }: Quote): boolean {
  if (characters === null) return Array.from(exact).length === end - start && prefix === undefined;
  const before = characters.slice(Math.max(0, start - Array.from(prefix!).length), start).join('');
  const after = characters.slice(end, end + Array.from(suffix!).length).join('');
  return characters.slice(start, end).join('') === exact && before === prefix && after === suffix;
}
