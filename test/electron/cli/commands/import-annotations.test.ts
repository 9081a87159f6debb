import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseLabels } from '../../../../electron/cli/commands/import-annotations.ts';
import { createCommandLine } from '../../../helpers/galley.ts';

test('labels of the files are named with what they are here, or with nothing', () => {
  expect(parseLabels('PER=actor,a=b=claim,MISC=')).toEqual([
    { sort: 'label', theirs: 'PER', ours: 'actor' },
    { sort: 'label', theirs: 'a=b', ours: 'claim' },
    { sort: 'label', theirs: 'MISC', ours: null },
  ]);
  expect(() => parseLabels('PER')).toThrow('THEIRS=OURS');
});

test('annotations and articles come in with one command; what cannot be read ends it with status 1', async () => {
  const { folder, galley, json, remove } = createCommandLine();
  onTestFinished(remove);
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
  write('a.txt', 'Harbour council');
  write('a.ann', 'T1\tPER 0 7\tHarbour\nT2\tMISC 8 15\tcouncil\n');
  write('rows.jsonl', '{"text":"One row."}\n{"text":"Two rows."}\n');
  const files = ['a.ann', 'a.txt', 'rows.jsonl'];
  const report = await json('import', ...files, '--label', 'MISC=claim', '--by', 'Omar');
  expect(report).toMatchObject({
    imported: 2,
    errors: [],
    annotations: [{ format: 'brat', articles: { imported: 1 }, annotations: { added: 2 }, made: { people: ['Omar'] } }],
  });
  expect(await json('import', 'a.ann', 'a.txt', '--dry-run')).toMatchObject({
    annotations: [{ unit: 'codepoint', annotations: { new: 0, same: 2 } }],
  });
  write('bad.jsonl', '{"galley":1,"unit":"codepoint","id":"x"}\n');
  const { status, stdout } = await galley(['import', 'bad.jsonl', '--corpus', 'war.galley', '--json']);
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    errors: [{ source: 'bad.jsonl', message: expect.stringContaining('1') }],
  });
});
