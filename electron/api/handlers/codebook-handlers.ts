import { getCodebook, listCodebookVersions } from '../../corpus/repositories/codebook-repository.ts';
import { listMisfits } from '../../corpus/repositories/misfit-repository.ts';
import { addAttribute, updateAttribute } from '../../services/codebook-attributes.ts';
import { exportCodebook, writeCodebook } from '../../services/codebook-file.ts';
import { importCodebook } from '../../services/codebook-import.ts';
import { addLabel, updateLabel } from '../../services/codebook.ts';
import type { codebookCalls } from '#shared/api/codebook-calls';
import type { Handlers } from '../answer.ts';

export const codebookHandlers: Pick<Handlers, keyof typeof codebookCalls> = {
  'codebook:get': (_, { session }) => getCodebook(session.getCorpus().read),
  'codebook:add-label': (input, { session }) => addLabel(session.getCorpus(), session.getAnnotator(), input),
  'codebook:update-label': ({ label, changes }, { session }) =>
    updateLabel(session.getCorpus(), session.getAnnotator(), label, changes),
  'codebook:add-attribute': (input, { session }) => addAttribute(session.getCorpus(), session.getAnnotator(), input),
  'codebook:update-attribute': (input, { session }) =>
    updateAttribute(session.getCorpus(), session.getAnnotator(), input),
  'codebook:misfits': ({ limit }, { session }) => listMisfits(session.getCorpus().read, limit),
  'codebook:versions': (_, { session }) => listCodebookVersions(session.getCorpus().read),
  'codebook:export': ({ folder }, { session }) => {
    const file = exportCodebook(session.getCorpus().read);
    if (folder !== undefined) writeCodebook(file, session.grants.get(folder).path);
    return file;
  },
  'codebook:import': (input, { session }) => importCodebook(session.getCorpus(), session.getAnnotator(), input),
};
