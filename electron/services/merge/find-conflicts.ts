import type { MergeSide } from '#shared/domain/merge';
import type { KindName } from '../../corpus/model/kinds.ts';
import type { Edit, Fields, Removal, State } from './evaluate.ts';
import { isSame, type FoundConflict, type Reckoning, type Said } from './reckoning.ts';
import { inOrder, type Union } from './union.ts';

/** Kinds that only say how or by what something came. */
const withoutConflicts: readonly KindName[] = ['batch', 'codebook_version', 'corpus'];
/** Fields that follow from others. */
const following: readonly string[] = ['codebook_version', 'position', 'batch', 'content'];

const toKey = (target: string, field: string | null) => `${target} ${field ?? 'removed'}`;

/**
 * Finds what both changed, neither having seen the other's change, and lets stand in `state` what a person chose for it: else the rule's
 * answer stands, which it holds already.
 */
export function settleConflicts(outcomes: Reckoning, target: string, state: State): void {
  const { edits, kind } = state;
  if (withoutConflicts.includes(kind) || edits.length + state.removals.length < 2) return;
  const found = [
    ...listFieldConflicts(outcomes.union, target, state),
    ...listRemovalConflicts(outcomes.union, target, state),
  ];
  for (const conflict of found) {
    const choice = outcomes.choices.choices[conflict.key];
    if (choice === undefined) {
      outcomes.conflicts.push(conflict);
      continue;
    }
    outcomes.conflicts.push({ ...conflict, taken: choice, isChosen: true });
    const said = conflict[choice];
    if (conflict.field === null) {
      state.exists = !said.isRemoved;
      outcomes.settled.push({ kind, target, stays: state.exists });
    } else {
      const set = { [conflict.field]: said.value, ...findDecidedOn(state, conflict.field, choice) };
      Object.assign(state.record!, set);
      outcomes.settled.push({ kind, target, set });
    }
  }
}

/** With a decision that a person chose goes what it was made on. */
function findDecidedOn({ edits }: State, field: string, side: MergeSide): Fields {
  if (field !== 'decision') return {};
  const edit = edits.findLast((each) => each.side === side && 'content' in each.fields);
  return edit ? { content: edit.fields['content'] } : {};
}

/** By field: the newest edit of each side, where they say different things and theirs was made without mine. */
function* listFieldConflicts(union: Union, target: string, { kind, edits, exists }: State): Generator<FoundConflict> {
  if (!exists || !edits.some(({ side }) => side === 'theirs')) return;
  const work = edits.filter(({ isBase }) => !isBase);
  const newest = (side: MergeSide, field: string) =>
    work.findLast((edit) => edit.side === side && field in edit.fields);
  const fields = new Set(work.filter(({ side }) => side === 'theirs').flatMap((edit) => Object.keys(edit.fields)));
  for (const field of fields) {
    if (following.includes(field)) continue;
    const [mine, theirs] = [newest('mine', field), newest('theirs', field)];
    if (!mine || !theirs || isSame(mine.fields[field], theirs.fields[field]) || union.saw(theirs, mine)) continue;
    const taken = inOrder(mine, theirs) > 0 ? 'mine' : 'theirs';
    yield { ...toConflict(kind, target, field, taken), mine: toSaid(mine, field), theirs: toSaid(theirs, field) };
  }
}

/** One side removed the row; the other changed it, and neither had seen that. */
function* listRemovalConflicts(
  union: Union,
  target: string,
  { kind, edits, removals }: State,
): Generator<FoundConflict> {
  for (const removal of removals) {
    const edit = edits.findLast(
      (each) => !each.isBase && each.side !== removal.side && !union.saw(removal, each) && !union.saw(each, removal),
    );
    if (!edit) continue;
    const [field] = Object.keys(edit.fields).filter((each) => !following.includes(each));
    const [gone, changed] = [toRemoved(removal), toSaid(edit, field ?? '')];
    const [mine, theirs] = edit.side === 'mine' ? [changed, gone] : [gone, changed];
    yield { ...toConflict(kind, target, null, edit.side), mine, theirs };
    return;
  }
}

const toConflict = (kind: KindName, target: string, field: string | null, taken: MergeSide) => ({
  key: toKey(target, field),
  kind,
  target,
  field,
  taken,
  isChosen: false,
});

const toSaid = ({ fields, annotator, at }: Edit, field: string): Said => ({
  value: fields[field],
  isRemoved: false,
  annotator,
  at,
});
const toRemoved = ({ annotator, at }: Removal): Said => ({ value: null, isRemoved: true, annotator, at });
