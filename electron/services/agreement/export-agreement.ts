import { join } from 'node:path';
import { AgreementBy, type Agreed, type Agreement, type AgreementGroup, type GammaRow } from '#shared/domain/agreement';
import { drawAgreement } from '#shared/pictures/agreement';
import { toAgreementTable, toGroupsTable, toWorkTable } from '#shared/tables/agreement';
import type { ReadDb } from '../../corpus/connection.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { drawFile } from '../../pictures/draw-picture.ts';
import { atOneMoment } from '../at-one-moment.ts';
import { keepView } from '../compare/kept-views.ts';
import { writeTable } from '../compare/write-table.ts';
import { pause, type Job } from '../job.ts';
import { writeFolder, writeSynced } from '../write-folder.ts';
import { computeAgreement } from './figures.ts';
import { computeGamma } from './gamma-rows.ts';
import { computeGroups } from './groups.ts';

type Asked = { agreed: Agreed; withGamma: boolean };
type Measured = { agreement: Agreement; gammas: GammaRow[]; groups: Record<AgreementBy, AgreementGroup[]> };

/**
 * Writes figures of agreement into a new or empty folder: tables with both ends of each interval, all figures as JSON, and pictures
 * of the first row by outlet and over time; all of the files, or none. Gives their names.
 *
 * Errors: those of `writeFolder` and of `agreement:figures`.
 */
export async function exportAgreement(
  corpus: Corpus,
  { folder, ...asked }: Asked & { folder: string },
  job: Job,
): Promise<string[]> {
  const measured = await atOneMoment(corpus, (db) => measure(db, asked, job));
  return writeFolder(corpus.environment, folder, async (draft) => {
    const names: string[] = [];
    for (const [name, content] of listFiles(measured)) {
      await pause(job);
      writeSynced(join(draft, name), content);
      names.push(name);
    }
    return names;
  });
}

function* listFiles({ agreement, gammas, groups }: Measured): Generator<[name: string, content: string]> {
  const bounds = { bounds: true };
  const tables = [
    toAgreementTable(agreement, gammas, bounds),
    toWorkTable(agreement),
    ...AgreementBy.options.map((by) => toGroupsTable(groups[by], by, bounds)),
  ];
  for (const table of tables) yield [`${table.name}.csv`, writeTable(table)];
  yield ['agreement.json', `${JSON.stringify({ ...agreement, gamma: gammas, by: groups }, null, 2)}\n`];
  const [drawn] = agreement.rows;
  for (const by of AgreementBy.options)
    if (drawn && groups[by].length > 0)
      yield [`agreement-by-${by}.svg`, drawFile(drawAgreement(groups[by], by, drawn))];
}

async function measure(db: ReadDb, { agreed, withGamma }: Asked, job: Job): Promise<Measured> {
  const group = (by: AgreementBy) => {
    const input = { ...agreed, by };
    return keepView(db, { channel: 'agreement:groups', input }, () => computeGroups(db, input, job));
  };
  const input = agreed;
  return {
    agreement: await keepView(db, { channel: 'agreement:figures', input }, () => computeAgreement(db, input, job)),
    gammas: withGamma
      ? await keepView(db, { channel: 'agreement:gamma', input }, () => computeGamma(db, input, job))
      : [],
    groups: { outlet: await group('outlet'), week: await group('week'), month: await group('month') },
  };
}
