import { createHash } from 'node:crypto';
import type { Dataset, Reread, WrittenFiles } from '../format.ts';
import { valuesStand } from '../recheck-values.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
type Collection = { '@context': string; type: string; total: number; first?: string; last?: string };
type Position = { type: string; start: number; end: number };
type Quote = { type: string; exact: string; prefix?: string; suffix?: string };
type Target = { id?: string; source: string; selector: [Position, Quote] };
type Body = { purpose: string; format?: string; value: string };
type Item = { id: string; type: string; motivation: string; body: Body[]; target: Target | Target[] };
type Page = {
  '@context': [string, object];
  id: string;
  type: string;
  next?: string;
  startIndex: number;
  'galley:article': { article: string; sha256: string; unit: string };
  items: Item[];
};

/** Reads every page from its collection on, by their links: positions count code points, and quotes stand where they say. */
export async function recheckW3c(
  files: WrittenFiles,
  { withText }: Pick<Dataset, 'withText'>,
  breathe: () => Promise<void> | undefined = () => undefined,
): Promise<Reread> {
  const reread = { articles: 0, annotations: 0, relations: 0, mismatches: [] as string[] };
  const collection = JSON.parse(files.read('collection.json')) as Collection;
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
    const { article: uid, unit } = page['galley:article'];
    const isPage = page['@context'][0] === CONTEXT && page.type === 'AnnotationPage' && unit === 'codepoint';
    if (!isPage || uid !== article || page.id !== id || page.startIndex !== at)
      reread.mismatches.push(`page of ${article}`);
    for (const name of checkItems(page, article, text, reread)) reread.mismatches.push(name);
    at += page.items.length;
    next = page.next;
    if (next === undefined && collection.last !== id) reread.mismatches.push('collection');
  }
  const isCollection = collection['@context'] === CONTEXT && collection.type === 'AnnotationCollection';
  if (!isCollection || at !== collection.total) reread.mismatches.push('collection');
  return reread;
}

function* checkItems(
  { items }: Page,
  article: string,
  text: string | null,
  reread: { annotations: number; relations: number },
) {
  const characters = text === null ? null : Array.from(text);
  const ids = new Set(items.map(({ id }) => id));
  for (const { id, type, motivation, body, target } of items) {
    const targets = Array.isArray(target) ? target : [target];
    const uid = id.replace('urn:uuid:', '');
    if (motivation === 'linking') {
      reread.relations += 1;
      const isElsewhere = 'to_article' in (JSON.parse(findFacts(body)) as object);
      const leads = ids.has(targets[0]!.id!) && (isElsewhere ? targets[1]!.id !== undefined : ids.has(targets[1]!.id!));
      if (type !== 'Annotation' || targets.length !== 2 || !leads) yield `relation ${uid}`;
      continue;
    }
    reread.annotations += 1;
    const areRight = targets.every(
      ({ source, selector }) => source === `urn:uuid:${article}` && stands(characters, ...selector),
    );
    const written = findFacts(body);
    if (type !== 'Annotation' || !areRight || !valuesStand(written, (other) => (other === article ? text : null)))
      yield `annotation ${uid}`;
  }
}

/** What we say besides, as JSON. */
const findFacts = (body: Body[]) =>
  body.find(({ purpose, format }) => purpose === 'describing' && format === 'application/json')!.value;

function stands(
  characters: string[] | null,
  { type: ofPosition, start, end }: Position,
  { type: ofQuote, exact, prefix, suffix }: Quote,
): boolean {
  if (ofPosition !== 'TextPositionSelector' || ofQuote !== 'TextQuoteSelector') return false;
  if (characters === null) return Array.from(exact).length === end - start && prefix === undefined;
  if (start < 0 || end > characters.length) return false;
  const before = characters.slice(Math.max(0, start - Array.from(prefix!).length), start).join('');
  const after = characters.slice(end, end + Array.from(suffix!).length).join('');
  return characters.slice(start, end).join('') === exact && before === prefix && after === suffix;
}
