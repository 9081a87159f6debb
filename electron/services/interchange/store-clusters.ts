import { interchangeMessages as words } from '#shared/messages/en/interchange';
import { PartialDate, toDateParts } from '#shared/domain/partial-date';
import { deriveUid } from '../../corpus/derive-uid.ts';
import { isThere } from '../../corpus/model/rows.ts';
import { getCodebook } from '../../corpus/repositories/codebook-repository.ts';
import { findStanding } from '../../corpus/repositories/matched-articles.ts';
import type { FoundCluster } from '../../formats/found.ts';
import { findByName } from '../entities/edit-entity.ts';
import type { StepWriter } from '../write-step.ts';
import { takesNew, type AnnotationImport } from './import-run.ts';

const LOCATION = deriveUid('label', 'location');
const unknownDate = { year: null, month: null, day: null };

/** Makes the event cards of the files, and puts their annotations on those that are here. */
export function storeClusters(run: AnnotationImport, step: StepWriter): void {
  if (!takesNew(run)) return;
  for (const found of run.reading.surveyed.clusters) {
    const members = found.members.filter((uid) => findStanding(step.db, 'annotation', uid, run.batch) !== undefined);
    if (members.length < found.members.length)
      run.notes.add({
        kind: 'left',
        file: '',
        place: '',
        what: words.memberMissing(found.title),
        quote: '',
        count: found.members.length - members.length,
      });
    if (members.length > 0) storeCluster(run, step, found, members);
  }
}

function storeCluster(run: AnnotationImport, step: StepWriter, found: FoundCluster, members: readonly string[]): void {
  const uid = found.uid ?? deriveUid('imported_annotation', 'event card', found.title, ...members);
  if (!isThere(step.db, 'cluster', uid)) {
    const date = PartialDate.safeParse(found.date);
    const location = getCodebook(step.db).labels.find((label) => label.uid === LOCATION);
    const place = found.place !== null && location ? findByName(step.db, location, found.place) : undefined;
    step.insert('cluster', uid, {
      title: found.title,
      ...(date.success ? toDateParts(date.data) : unknownDate),
      entity: place ?? null,
      note: found.note,
    });
    run.report.made.eventCards += 1;
  }
  for (const annotation of members) {
    const member = deriveUid('cluster_member', uid, annotation);
    if (!isThere(step.db, 'cluster_member', member))
      step.insert('cluster_member', member, { cluster: uid, annotation });
  }
}
