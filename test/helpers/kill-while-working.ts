import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { listAnnotations } from '../../electron/corpus/repositories/annotation-repository.ts';
import { listArticleUids } from '../../electron/corpus/repositories/article-repository.ts';
import { openCorpus } from '../../electron/corpus/open-corpus.ts';
import { discardUnfinished } from '../../electron/services/discard-batch.ts';
import { inspectCorpus } from '../../electron/services/inspect-corpus.ts';
import { verifyCorpus } from '../../electron/services/verify/verify-corpus.ts';
import { readLine, startChild } from './child.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT } from './corpus.ts';

/** So many pages come in as one import. */
const PAGES_EACH = 10;
const IMPORTS = 12;

/** `lines` acknowledgements are waited for, then `delayMs` more; then the process is killed in the midst of its work. */
export type KillPlan = { lines: number; delayMs: number };

/** Kills a process while it tags and imports, and expects that all it had acknowledged is there, and nothing by halves. */
export async function killWhileWorking({ lines, delayMs }: KillPlan): Promise<void> {
  const made = createTestCorpus();
  await made.importText(SAMPLE_TEXT);
  made.corpus.close();
  const pages = join(made.folder, 'pages');
  mkdirSync(pages);
  for (let n = 0; n < PAGES_EACH * IMPORTS; n += 1) {
    const name = `${String(n).padStart(3, '0')}.txt`;
    writeFileSync(join(pages, name), `${SAMPLE_TEXT}${`Words of page ${n}. `.repeat(200)}\n`);
  }
  const child = startChild('test/helpers/work-until-killed.ts', [made.path, pages]);
  const acknowledged: { tagged?: string; imported?: string[] }[] = [];
  for (let n = 0; n < lines; n += 1) acknowledged.push((await readLine(child)) as (typeof acknowledged)[number]);
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  await child.kill();
  for (;;) {
    const { value, done } = await child.lines.next();
    if (done) break;
    // a line may have been cut off: then it was not heard
    if (value.endsWith('}')) acknowledged.push(JSON.parse(value) as (typeof acknowledged)[number]);
  }

  expect(inspectCorpus(made.path, 'quick')).toBeNull();
  made.corpus = openCorpus(made.path, 'write', made.environment);
  const { read } = made.corpus;
  const seen = listArticleUids(read, {});
  expect((seen.length - 1) % PAGES_EACH).toBe(0); // no half import is seen, not even before it is taken back
  const annotations = new Set(
    listAnnotations(read, {}, { offset: 0, limit: 20_000 }).annotations.map(({ uid }) => uid),
  );
  const articles = new Set<string>(seen);
  for (const { tagged, imported = [] } of acknowledged) {
    if (tagged !== undefined) expect(annotations.has(tagged as never)).toBe(true);
    expect(imported.filter((uid) => !articles.has(uid))).toEqual([]);
  }
  made.corpus.mode = 'write'; // the check that it waits for has passed above
  discardUnfinished(made.corpus);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
  expect(listArticleUids(made.corpus.read, {})).toEqual(seen);
}
