import { interchangeMessages as words } from '#shared/messages/en/interchange';
import type { Codebook, Label } from '#shared/domain/codebook';
import type { Records, ValueRecord } from '../../corpus/model/kinds.ts';
import { isThere } from '../../corpus/model/rows.ts';
import { getCodebook } from '../../corpus/repositories/codebook-repository.ts';
import { findStanding } from '../../corpus/repositories/matched-articles.ts';
import { findLabel, keepCodebookVersion } from '../codebook.ts';
import { findEntityByRule } from '../entities/link-by-rule.ts';
import type { StepWriter } from '../write-step.ts';
import { fitValues } from './fit-values.ts';
import { isTaken, type AnnotationImport } from './import-run.ts';
import { ensureEntity } from './make-entities.ts';
import { ensurePerson } from './make-names.ts';
import type { ComparedAnnotation, ComparedDocument } from './compared.ts';

/** An annotation that is to be stored, with where it comes from. `annotator`: by uid. */
export type NewAnnotation = {
  compared: ComparedAnnotation;
  file: string;
  article: ComparedDocument['article'];
  annotator: string;
};

/** The new annotations of a document that are taken; corrections behind what they stand in place of. People who are new are entered. */
export function listNewAnnotations(run: AnnotationImport, document: ComparedDocument): NewAnnotation[] {
  const { placed, article, annotations } = document;
  if (!article.isHere && !isThere(run.corpus.read, 'article', article.uid)) return []; // its text is empty
  return annotations
    .filter(({ status, key }) => status === 'new' && isTaken(run, 'new', key))
    .map((compared) => ({
      compared,
      file: placed.document.file,
      article,
      annotator: ensurePerson(run, compared.annotator),
    }))
    .sort((a, b) => Number(a.compared.found.revises != null) - Number(b.compared.found.revises != null));
}

/** What annotations that are stored in one transaction have in common; an import changes the codebook between them only. */
export type AtHand = { codebook: Codebook; version: string | undefined };

export const readAtHand = (step: StepWriter): AtHand => ({ codebook: getCodebook(step.db), version: undefined });

/** Puts an annotation into the import's batch; one that an undone import left hidden comes back as it is now. */
export function storeAnnotation(run: AnnotationImport, step: StepWriter, each: NewAnnotation, atHand: AtHand): void {
  const { compared, file, article, annotator } = each;
  const { key, found, spans } = compared;
  const standing = findStanding(step.db, 'annotation', key, run.batch);
  if (standing === 'own') {
    // another file of the same article says it as well
    run.report.annotations.same += 1;
    run.notes.add({ kind: 'left', ...noteOf(each), what: words.repeated(found.label) });
    return;
  }
  const label = findLabel(atHand.codebook, compared.label)!;
  const note = noteOf(each);
  if (found.state !== null && found.layer !== 'settled')
    run.notes.add({ kind: 'left', ...note, what: words.stateLeft(found.state) });
  const of = { label, article: article.uid, text: article.text, codebook: atHand.codebook, ...note };
  const { records, late } = fitValues(run, step, of, compared.read.values);
  const isSettled = found.layer === 'settled';
  const record: Records['annotation'] = {
    article: article.uid,
    label: label.uid,
    annotator,
    layer: found.layer ?? 'own',
    origin: 'import',
    origin_reference: run.digestOf(file).sha256,
    revises: isSettled && found.revises != null && isThere(step.db, 'annotation', found.revises) ? found.revises : null,
    codebook_version: (atHand.version ??= keepCodebookVersion(step)),
    note: found.note,
    ...linkEntity(run, step, label, each),
    batch: run.batch,
    spans: spans.map(({ start, end, quote }) => ({ start_offset: start, end_offset: end, quote })),
    values: fitKept(run, step, records, each, atHand),
  };
  if (standing === undefined) step.insert('annotation', key, record);
  else step.update('annotation', key, record);
  run.report.annotations.added += 1;
  if (Object.keys(late).length > 0)
    run.lateValues.push({ uid: key, label: label.name, attributes: late, article: article.uid, file });
}

const noteOf = ({ compared: { found, spans }, file }: NewAnnotation) => ({
  file,
  place: found.place,
  quote: spans.map(({ quote }) => quote).join(' … '),
  count: 1,
});

/** The entity that the files name; where their format cannot name one, words that are known mean it by rule. */
function linkEntity(
  run: AnnotationImport,
  step: StepWriter,
  label: Label,
  each: NewAnnotation,
): Pick<Records['annotation'], 'entity' | 'entity_link'> {
  const { entity: named } = each.compared.found;
  const note = noteOf(each);
  if (named !== null) {
    const entity = ensureEntity(run, step, label, named);
    if (entity !== null) return { entity, entity_link: named.link ?? 'person' };
    run.notes.add({ kind: 'left', ...note, what: words.entityLeft(named.name, label.name) });
  } else if (!run.reading.format.carries.has('entity') && label.entityKinds.length > 0) {
    const entity = findEntityByRule(step.db, label.uid, note.quote, each.article.uid);
    if (entity !== undefined) return { entity, entity_link: 'rule' };
  }
  return { entity: null, entity_link: null };
}

/** Values of an earlier label's attributes, which are kept unseen. */
function fitKept(
  run: AnnotationImport,
  step: StepWriter,
  records: ValueRecord[],
  each: NewAnnotation,
  { codebook }: AtHand,
): ValueRecord[] {
  const { found } = each.compared;
  let fitted = records;
  for (const [path, value] of Object.entries(found.kept ?? {})) {
    const at = path.indexOf(': ');
    const ours = run.reading.ours('label', path.slice(0, at)) ?? path.slice(0, at);
    const label = findLabel(codebook, ours);
    const note = noteOf(each);
    if (!label) run.notes.add({ kind: 'left', ...note, what: words.labelLeft(path.slice(0, at)) });
    else
      fitted = fitValues(
        run,
        step,
        { label, article: each.article.uid, text: each.article.text, codebook, ...note },
        { [path.slice(at + 2)]: value },
        fitted,
      ).records;
  }
  return fitted;
}
