import { exportDataset, previewDataset } from '../../services/export-dataset.ts';
import type { Handlers } from '../answer.ts';

export const datasetHandlers: Pick<Handlers, 'dataset:preview' | 'dataset:export'> = {
  'dataset:preview': (choice, { session, job }) => previewDataset(session.getCorpus(), choice, job),
  'dataset:export': ({ folder, ...choice }, { session, job }) =>
    exportDataset(session.getCorpus(), choice, session.grants.get(folder).path, job),
};
