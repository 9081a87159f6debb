import { ExpectedError } from '#shared/errors';
import { RESERVED_KEYS, STYLES_IN_ORDER, type Codebook, type Label } from '#shared/domain/codebook';
import type { ReadDb } from '../corpus/connection.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { getCodebook, hasVersion, toVersionContent } from '../corpus/repositories/codebook-repository.ts';
import { writeStep, type StepWriter } from './write-step.ts';

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Keeps the codebook as it now stands under its hash; annotations name the version that they were made by. */
export function keepCodebookVersion(step: StepWriter): string {
  const codebook = getCodebook(step.db);
  if (!hasVersion(step.db, codebook.version))
    step.insert('codebook_version', codebook.version, { content: toVersionContent(codebook) });
  return codebook.version;
}

/** The label of that name, to tag with. Errors: label-unknown, label-retired. */
export function getLabelToTag(db: ReadDb, name: string): Label {
  const { labels } = getCodebook(db);
  const label = labels.find((known) => sameName(known.name, name));
  if (!label)
    throw new ExpectedError('label-unknown', { label: name, known: labels.map((known) => known.name).join(', ') });
  if (label.retired) throw new ExpectedError('label-retired', { label: name });
  return label;
}

export type NewLabel = { name: string; key: string | null; excludes: 'all' | string[] };

/** Adds a label in the next free colour and line. Errors: label-exists, label-unknown, key-taken, labels-full. */
export function addLabel(corpus: Corpus, annotator: string, { name, key, excludes }: NewLabel): Codebook {
  return writeStep(corpus, annotator, 'change codebook', (step) => {
    const { labels } = getCodebook(step.db);
    if (labels.some((label) => sameName(label.name, name))) throw new ExpectedError('label-exists', { label: name });
    const style = STYLES_IN_ORDER.find(({ colour }) => !labels.some((label) => label.colour === colour));
    if (!style) throw new ExpectedError('labels-full');
    const excluded = excludes === 'all' ? labels : excludes.map((other) => findLabel(labels, other));
    const uid = corpus.environment.newUid();
    step.insert('label', uid, {
      name,
      position: labels.length,
      key: key === null ? null : checkKey(labels, key),
      ...style,
      guideline: '',
      retired: 0,
      excludes: excluded.map((other) => ({ excluded: other.uid })),
    });
    // exclusion holds both ways
    for (const other of excluded) {
      const names = [...other.excludes.map((each) => findLabel(labels, each).uid), uid];
      step.update('label', other.uid, { excludes: names.map((each) => ({ excluded: each })) });
    }
    keepCodebookVersion(step);
    return getCodebook(step.db);
  });
}

function checkKey(labels: Label[], key: string): string {
  if (RESERVED_KEYS.includes(key)) throw new ExpectedError('key-taken', { key, label: null });
  const owner = labels.find((label) => label.key === key);
  if (owner) throw new ExpectedError('key-taken', { key, label: owner.name });
  return key;
}

function findLabel(labels: Label[], name: string): Label {
  const label = labels.find((known) => sameName(known.name, name));
  if (!label)
    throw new ExpectedError('label-unknown', { label: name, known: labels.map((known) => known.name).join(', ') });
  return label;
}
