import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createAnnotation } from '../../../../electron/services/annotate.ts';
import { createTestCorpus } from '../../../helpers/corpus.ts';
import { exportTo, readAll, take } from '../../../helpers/interchange.ts';

test('a part of another’s tag that was moved in the files is taken as a correction with all of its parts', async () => {
  const made = createTestCorpus();
  const article = await made.importText('Omar Dell shut the pier, and Ann left.', 'one.txt');
  const spans = [
    { start: 0, end: 4 },
    { start: 10, end: 14 },
  ];
  const { uid } = createAnnotation(made.corpus, made.person('Omar'), { article, label: 'claim', spans });
  const folder = await exportTo(made, { format: 'jsonl', filter: { layer: 'own' } });
  const file = join(folder, 'articles.jsonl');
  const moved = readFileSync(file, 'utf8').replace(
    '"start":10,"end":14,"quote":"shut"',
    '"start":19,"end":23,"quote":"pier"',
  );
  writeFileSync(file, moved);
  expect(await take(made, [folder])).toMatchObject({ annotations: { corrected: 1, added: 0 } });
  const [read] = readAll(made);
  expect(read!.annotations.filter((each) => each.uid !== uid)).toMatchObject([
    { label: 'claim', spans: [{ quote: 'Omar' }, { quote: 'pier' }] },
  ]);
});
