import type { Annotation } from '#shared/domain/annotation';
import type { DatasetChoice } from '#shared/domain/dataset';
import { annotatorNumber } from '#shared/messages/en/dataset';
import type { ReadDb } from '../../corpus/connection.ts';
import { listNames } from '../../corpus/repositories/dataset-repository.ts';

/**
 * How annotators are called in a dataset, by their names: as they are, by initials (numbered where two have the same), or by
 * number, in order of uid.
 */
export function nameAnnotators(db: ReadDb, names: DatasetChoice['names']): (name: Annotation['annotator']) => string {
  if (names === 'names') return (name) => name;
  const called = new Map<string, string>();
  const taken = new Set<string>();
  for (const [n, { name, initials }] of listNames(db).entries()) {
    const short = initials === '' ? name.slice(0, 1) : initials;
    const said = names === 'numbers' ? annotatorNumber(n + 1) : taken.has(short) ? `${short} ${n + 1}` : short;
    taken.add(said);
    called.set(name, said);
  }
  return (name) => called.get(name) ?? name;
}
