import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { AnnotationId, ArticleId } from '#shared/domain/ids';
import type { DatasetArticle, Format } from '../../../electron/formats/format.ts';
import type { Found } from '../../../electron/formats/found.ts';
import { formats } from '../../../electron/formats/formats.ts';
import { toDataset, toFileSet, toWritten, writeInMemory, type Files } from '../../helpers/formats/in-memory.ts';
import { plainArticle } from '../../helpers/formats/plain-article.ts';

/** Two articles with tags of one part and of two, side by side and in each other, and relations within and between them. */
function twoArticles(): DatasetArticle[] {
  const text = '👍🏽 Ann met Bob.\nThe 12 of حلب left.\n';
  const one = plainArticle(text, ['actor', 5, 8], ['claim', 5, 16], ['actor', 13, 16], ['location', 28, 31]);
  one.annotations[3]!.spans.push({ start: 32, end: 36, quote: 'left' });
  const two = plainArticle('Cy 𝔘 ran 34.', ['actor', 0, 2], ['claim', 3, 5], ['location', 10, 13]);
  const uid = ArticleId.parse('00000002-00a1-8000-8000-000000000002');
  Object.assign(two.article, { uid, sha256: createHash('sha256').update(two.article.text).digest('hex') });
  for (const [n, each] of two.annotations.entries())
    Object.assign(each, { uid: AnnotationId.parse(`0000002${n}-0000-7000-8000-000000000000`), article: uid });
  const relate = (n: number, from: DatasetArticle, a: number, to: DatasetArticle, b: number) =>
    from.relations.push({
      uid: `0000003${n}-0000-7000-8000-000000000000`,
      kind: 'part of',
      isSymmetric: false,
      from: from.annotations[a]!.uid,
      to: to.annotations[b]!.uid,
      toArticle: to.article.uid,
      note: '',
      annotator: 'Sara',
      state: 'unchecked',
    });
  relate(0, one, 0, one, 2);
  relate(1, one, 2, one, 3);
  relate(2, two, 0, two, 1);
  relate(3, two, 1, one, 0);
  return [one, two];
}

/** Texts, places of tags, and whether relations lead from a tag to a tag: what a checker is to answer for. */
const toAnswered = (found: readonly Found[]) =>
  found.flatMap((each) => {
    if ('refused' in each) return ['refused'];
    if (!('document' in each)) return [];
    const { text, annotations, relations } = each.document;
    const known = new Set(annotations.map(({ id }) => id));
    return [
      text,
      annotations.map(({ spans }) => spans.map(({ start, end, quote }) => [start, end, quote])),
      relations.map(({ from, to, toDocument }) => [known.has(from), toDocument !== undefined || known.has(to)]),
    ];
  });

async function read(format: Format, files: Files): Promise<string> {
  const found: Found[] = [];
  try {
    for await (const each of format.reader!.read(toFileSet(files), { unit: 'auto' })) found.push(each);
  } catch {
    return 'refused';
  }
  return JSON.stringify(toAnswered(found));
}

const recheck = async (format: Format, files: Files): Promise<string> => {
  try {
    return JSON.stringify(await format.recheck(toWritten(files), toDataset([])));
  } catch {
    return 'refused';
  }
};

const NUMBER = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{11}|[0-9a-f]{31}(?:[0-9a-f]{32})?(?=[0-9a-f])|\d/gu;

/** A text with one digit after another changed, of uids and hashes the last, and with one line after another left out. */
function* iterateChanged(text: string): Generator<[what: string, changed: string]> {
  for (const { index, 0: number } of text.matchAll(NUMBER)) {
    const at = number.length === 1 ? index : index + number.length;
    const digit = (parseInt(text.charAt(at), 16) + 1) % 10;
    yield [
      JSON.stringify(`…${text.slice(Math.max(0, at - 70), at)}«${digit}»${text.slice(at, at + 20)}`),
      `${text.slice(0, at)}${digit}${text.slice(at + 1)}`,
    ];
  }
  const lines = text.split('\n');
  for (const n of lines.keys()) yield [`without ${lines[n]!.slice(0, 80)}`, lines.toSpliced(n, 1).join('\n')];
}

test.each(formats.filter(({ reader }) => reader).map((format) => [format.name, format] as const))(
  '%s: where a digit or a line is another, what reads back otherwise does not check out',
  async (_, format) => {
    const files = await writeInMemory(format, toDataset(twoArticles()));
    const [answered, checked] = [await read(format, files), await recheck(format, files)];
    const unseen: string[] = [];
    // the codebook is made, and tried, elsewhere
    for (const [name, bytes] of [...files].filter(([each]) => each !== 'codebook.json'))
      for (const [what, changed] of iterateChanged(Buffer.from(bytes).toString())) {
        const others = new Map(files).set(name, Buffer.from(changed));
        if ((await recheck(format, others)) === checked && (await read(format, others)) !== answered)
          unseen.push(`${name}: ${what}`);
      }
    expect(unseen).toEqual([]);
  },
  60_000,
);
