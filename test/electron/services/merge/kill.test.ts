import { expect, test } from 'vitest';
import { mergeMessages } from '#shared/messages/en/merge';
import { createAnnotation } from '../../../../electron/services/annotate.ts';
import { discardUnfinished } from '../../../../electron/services/discard-batch.ts';
import { writeStep } from '../../../../electron/services/write-step.ts';
import { findRecord } from '../../../../electron/corpus/model/rows.ts';
import { readLine, startChild } from '../../../helpers/child.ts';
import type { TestCorpus } from '../../../helpers/corpus.ts';
import { contentsOf, forkCorpora, merge, problemsOf } from '../../../helpers/merge.ts';

const TAGS = 700;

test.for(['writing', 'history'] as const)(
  'a kill while it is about %s leaves the contents as they were',
  async (when) => {
    const { copies, article, annotation } = await forkCorpora(2);
    const [mine, theirs] = copies as [TestCorpus, TestCorpus];
    createAnnotation(theirs.corpus, theirs.person('Zaid'), { article, label: 'actor', spans: [{ start: 0, end: 7 }] });
    const record = findRecord(theirs.corpus.read, 'annotation', annotation)!;
    writeStep(theirs.corpus, theirs.sara, 'tag many', (step) => {
      for (let n = 0; n < TAGS; n += 1)
        step.insert('annotation', theirs.environment.newUid(), { ...record, note: `${n}` });
    });
    const before = contentsOf(mine);
    mine.corpus.close();
    const child = startChild('test/helpers/merge-until-killed.ts', [mine.path, theirs.path, mergeMessages.at[when]]);
    for (let what: unknown; what !== mergeMessages.at[when];) ({ what } = (await readLine(child)) as { what: string });
    await child.kill();

    mine.reopen();
    mine.corpus.mode = 'write';
    discardUnfinished(mine.corpus);
    expect(contentsOf(mine)).toBe(before);
    expect(await problemsOf(mine)).toEqual([]);
    await merge(mine, theirs);
    await merge(theirs, mine);
    expect(contentsOf(theirs)).toBe(contentsOf(mine));
    expect(await problemsOf(mine)).toEqual([]);
  },
);
