import { DatasetChoice, type SavedDataset } from '#shared/domain/dataset';
import { ExpectedError } from '#shared/errors';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import { deriveUid } from '../../corpus/derive-uid.ts';
import { toCanonicalJson } from '../../corpus/journal/canonical-json.ts';
import { findRecord } from '../../corpus/model/rows.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { writeStep } from '../write-step.ts';

/** Two people who keep a choice under one name keep one. */
const toUid = (name: string) => deriveUid('dataset', name.toLowerCase());

/** Choices of datasets that are kept by name, in order of name. */
export const listSavedDatasets = (db: ReadDb): SavedDataset[] =>
  statement<[], { uid: string; name: string; annotator: string; choice: string }>(
    db,
    `SELECT d.uid, d.name, p.name AS annotator, d.choice FROM dataset d JOIN annotator p ON p.id = d.annotator_id
     ORDER BY d.name COLLATE NOCASE, d.uid`,
  )
    .all()
    .map(({ choice, ...row }) => ({ ...row, choice: DatasetChoice.parse(JSON.parse(choice)) }));

/** Keeps a choice by name; one of that name is changed. */
export function saveDataset(
  corpus: Corpus,
  annotator: string,
  { name, choice }: { name: string; choice: DatasetChoice },
): SavedDataset {
  return writeStep(corpus, annotator, 'change dataset', (step) => {
    const uid = toUid(name);
    const row = { name, annotator, choice: toCanonicalJson(choice) };
    if (findRecord(step.db, 'dataset', uid)) step.update('dataset', uid, row);
    else step.insert('dataset', uid, row);
    return listSavedDatasets(step.db).find((saved) => saved.uid === uid)!;
  });
}

/** Errors: dataset-unknown. */
export function removeDataset(corpus: Corpus, annotator: string, name: string): void {
  writeStep(corpus, annotator, 'change dataset', (step) => {
    const uid = toUid(name);
    if (!findRecord(step.db, 'dataset', uid)) throw new ExpectedError('dataset-unknown', { name });
    step.remove('dataset', uid);
  });
}
