import type { interchangeCalls } from '#shared/api/interchange-calls';
import type { Handle } from '#shared/domain/ids';
import { findAnnotatorByName } from '../../corpus/repositories/annotator-repository.ts';
import type { GivenFile } from '../../services/interchange/files/open-files.ts';
import { importAnnotations } from '../../services/interchange/import-annotations.ts';
import { pageDifferences, pageNotes, planInterchange } from '../../services/interchange/plan.ts';
import { recogniseFiles } from '../../services/interchange/recognise.ts';
import type { Handlers } from '../answer.ts';
import type { Session } from '../session.ts';

const toFiles = ({ grants }: Session, files: Handle[]): GivenFile[] => files.map((handle) => grants.get(handle));

export const interchangeHandlers: Pick<Handlers, keyof typeof interchangeCalls> = {
  'interchange:recognise': async ({ files }, { session, job }) => {
    const groups = await recogniseFiles(toFiles(session, files), session.corpus?.path ?? null, job);
    return {
      format: groups.length === 1 ? groups[0]!.format : null,
      groups: groups.map((group) => ({ format: group.format, files: group.files.map((n) => files[n]!) })),
    };
  },
  'interchange:plan': (input, { session, job }) => {
    const { person } = session;
    const corpus = session.getCorpus();
    const known = person === null ? undefined : findAnnotatorByName(corpus.read, person);
    const importer = { uid: known?.uid ?? null, name: person ?? '' };
    return planInterchange(corpus, { ...input, files: toFiles(session, input.files) }, importer, job);
  },
  'interchange:differences': (input, { session }) => pageDifferences(session.getCorpus().read, input),
  'interchange:notes': (input, { session }) => pageNotes(session.getCorpus().read, input),
  'interchange:import': (input, { session, job }) => {
    const importer = { uid: session.getAnnotator(), name: session.person! };
    const request = { ...input, files: toFiles(session, input.files) };
    return importAnnotations(session.getCorpus(), importer, request, job, {
      beforeMany: () => session.backUpBefore(job),
    });
  },
};
