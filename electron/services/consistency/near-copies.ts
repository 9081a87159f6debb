import { consistencyMessages as words } from '#shared/messages/en/consistency';
import { foldForm } from '#shared/text/fold';
import type { ReadDb } from '../../corpus/connection.ts';
import { sha256Hex } from '../../corpus/journal/hash.ts';
import {
  getTextById,
  listPlacesOfArticles,
  listTaggedTexts,
  type TextOfArticle,
} from '../../corpus/repositories/consistency-repository.ts';
import { listCounted, mapLabelsToCheck } from '../../corpus/repositories/consistency-annotations.ts';
import { keepView } from '../compare/kept-views.ts';
import { groupNearCopies, sketchText, type Sketch } from '../dataset/near-copies-of-articles.ts';
import type { Found } from './found.ts';
import type { Passing } from './passing.ts';

/** What a text is told by, by id of row: a text never changes. Some 400 bytes a text. */
const sketches = new WeakMap<ReadDb, Map<number, Sketch>>();

/** So many articles are looked up at once. */
const AT_ONCE = 2000;
/** So many are gone through between two reports. */
const A_REPORT = 100;

/** Articles that are near copies of another and were tagged otherwise, each held against the first of its group that was tagged. */
export async function findNearCopies(db: ReadDb, articles: readonly number[], passing: Passing): Promise<Found[]> {
  const texts: TextOfArticle[] = [];
  for (let from = 0; from < articles.length; from += AT_ONCE) {
    for (const text of listTaggedTexts(db, articles.slice(from, from + AT_ONCE))) texts.push(text);
    await passing.breathe();
  }
  passing.pass(2 * (articles.length - texts.length));
  const groups = await keepView(
    db,
    { channel: 'near copies', input: sha256Hex(JSON.stringify(texts.map(({ uid }) => uid))) },
    () => groupTexts(db, texts, passing),
    () => Promise.resolve(''), // texts never change
  );
  const labels = mapLabelsToCheck(db);
  const byUid = new Map(texts.map((text) => [text.uid, text]));
  const found: Found[] = [];
  for (const group of groups) {
    const tagged = group
      .map((uid) => ({ text: byUid.get(uid)!, tags: listTags(db, byUid.get(uid)!, labels) }))
      .filter(({ tags }) => tags.length > 0);
    for (const each of tagged.slice(1)) found.push(...compare(db, tagged[0]!, each));
    const waiting = passing.breathe();
    if (waiting) await waiting;
  }
  return found;
}

/** Groups of two and more, by uid. */
async function groupTexts(
  db: ReadDb,
  texts: readonly TextOfArticle[],
  { pass, breathe }: Passing,
): Promise<string[][]> {
  let steps = 0;
  const breatheAndPass = () => {
    if ((steps += 1) % A_REPORT === 0) pass(A_REPORT);
    return breathe();
  };
  let known = sketches.get(db);
  if (!known) sketches.set(db, (known = new Map<number, Sketch>()));
  const sketched = new Map<string, Sketch>();
  for (const { uid, text } of texts) {
    let sketch = known.get(text);
    if (!sketch) known.set(text, (sketch = sketchText(getTextById(db, text))));
    sketched.set(uid, sketch);
    const waiting = breatheAndPass();
    if (waiting) await waiting;
  }
  const { groups } = await groupNearCopies(sketched, breatheAndPass); // it breathes once a text
  return groups.filter(({ length }) => length > 1);
}

/** What counts of an article: `key` tells two tags apart, whatever the case of their words. */
type Tag = { key: string; shown: string };
type Tagged = { text: TextOfArticle; tags: Tag[] };

const listTags = (db: ReadDb, { article }: TextOfArticle, labels: ReturnType<typeof mapLabelsToCheck>): Tag[] =>
  listCounted(db, [article]).map(({ label, parts }) => {
    const { name } = labels.get(label)!;
    const quote = parts.map((part) => part.quote).join(' ');
    return { key: `${name} ${foldForm(quote)}`, shown: words.tag(name, quote) };
  });

function* compare(db: ReadDb, first: Tagged, { text, tags }: Tagged): Generator<Found> {
  const [article] = listPlacesOfArticles(db, [text.article]);
  const [onlyHere, onlyThere] = [listMissing(first.tags, tags), listMissing(tags, first.tags)];
  if (!article || onlyHere.length + onlyThere.length === 0) return;
  yield {
    rule: 'near-copies',
    article,
    annotation: null,
    copy: first.text.article,
    subject: `${first.text.uid} ${text.uid}`,
    what: words.what.nearCopies(onlyHere, onlyThere),
    fix: null,
  };
}

/** Tags that are in `tags` and not, or not as often, in `others`. */
function listMissing(others: readonly Tag[], tags: readonly Tag[]): string[] {
  const rest = new Map<string, number>();
  for (const { key } of others) rest.set(key, (rest.get(key) ?? 0) + 1);
  return tags.flatMap(({ key, shown }) => {
    const left = rest.get(key) ?? 0;
    rest.set(key, left - 1);
    return left > 0 ? [] : shown;
  });
}
