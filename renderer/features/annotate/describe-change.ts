import type { Label } from '#shared/domain/codebook';
import type { HistoryRow } from '#shared/domain/journal';
import { changeWords } from '#shared/messages/en/annotate';

type Names = Readonly<Record<string, string>>;
type Row = Pick<HistoryRow, 'op' | 'act' | 'before' | 'after'>;
type Value = { attribute: string };

/** A row of an annotation's journal in a few words; what an erased row was is not known. `names`: of entities and attributes, by uid. */
export function describeChange({ op, act, before, after }: Row, labels: readonly Label[], names: Names): string {
  const nameOf = (record: HistoryRow['before']) =>
    labels.find(({ uid }) => uid === record?.['label'])?.name ?? changeWords.unknownLabel;
  if (op === 'insert') return act === 'undo' || act === 'redo' ? changeWords.back : changeWords.tagged(nameOf(after));
  if (op === 'delete') return act === 'undo' ? changeWords.takenBack : changeWords.removed;
  const isChanged = (field: string) => !isAlike(before?.[field], after?.[field]);
  const parts = [
    isChanged('label') && changeWords.label(nameOf(before), nameOf(after)),
    isChanged('entity') && nameEntity(after?.['entity'], names),
    isChanged('values') && changeWords.values(listChanged(before?.['values'], after?.['values'], names)),
    isChanged('note') && changeWords.note,
    after?.['spans'] !== undefined && isChanged('spans') && changeWords.spans,
  ].filter((part) => part !== false);
  return parts.length === 0 ? changeWords.other : parts.join(', ');
}

const isAlike = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const nameEntity = (uid: unknown, names: Names) =>
  typeof uid === 'string' ? changeWords.linked(names[uid] ?? uid) : changeWords.unlinked;

/** Names of the attributes of which values came, went or are others now. */
function listChanged(before: unknown, after: unknown, names: Names): string[] {
  const [old, now] = [before ?? [], after ?? []] as [Value[], Value[]];
  const of = (values: readonly Value[], uid: string) => values.filter(({ attribute }) => attribute === uid);
  const uids = new Set([...now, ...old].map(({ attribute }) => attribute));
  return [...uids].filter((uid) => !isAlike(of(old, uid), of(now, uid))).flatMap((uid) => names[uid] ?? []);
}
