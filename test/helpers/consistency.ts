import { ConsistencyRule, type Finding } from '#shared/domain/consistency';
import { listAnnotations } from '../../electron/corpus/repositories/annotation-repository.ts';
import { findInconsistencies } from '../../electron/services/consistency/find.ts';
import { fixFindings } from '../../electron/services/consistency/fix.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT } from './corpus.ts';

/** All that is looked for in all articles. */
export const allFindings = { filter: {}, rules: ConsistencyRule.options, onlyExempt: false, limit: 1000 };

/** A corpus of one article of the sample text, with what a test does in it. */
export async function createForFindings() {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  return {
    made,
    article,
    find: (asked: Partial<typeof allFindings> = {}, reader: string | null = null) =>
      findInconsistencies(made.corpus.read, reader, { ...allFindings, ...asked }, noJob),
    tag(label: string, words: string, by = 'Sara') {
      const start = SAMPLE_TEXT.indexOf(words);
      return made.tag(article, label, start, start + words.length, by);
    },
    mend: (findings: readonly Finding[], by = made.sara, job = noJob) =>
      fixFindings(
        made.corpus,
        by,
        findings.map(({ annotation, label, start, end, fix }) => ({
          annotation: annotation!,
          label: label!,
          start,
          end,
          fix: fix!,
        })),
        job,
      ),
    /** Imports the text again with more at its end, and gives the article. */
    async importAgain(more: string) {
      await made.importText(`${SAMPLE_TEXT}${more}.\n`, `${more}.txt`);
      return made.corpus.read.prepare<[], string>('SELECT uid FROM article ORDER BY id DESC LIMIT 1').pluck().get()!;
    },
    /** What counts, as its label and words. */
    quotes: () =>
      listAnnotations(made.corpus.read, { layer: 'result' }, { offset: 0, limit: 100 }).annotations.map(
        ({ label, spans }) => `${label} ${spans[0]!.quote}`,
      ),
  };
}
export type ForFindings = Awaited<ReturnType<typeof createForFindings>>;
