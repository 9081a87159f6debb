import type { NamedKind, SameName } from '#shared/domain/merge';
import { mergeMessages } from '#shared/messages/en/merge';
import type { ReadDb } from '../../corpus/connection.ts';
import { isSeen } from '../../corpus/model/rows.ts';
import { hasBatch, type KindName } from '../../corpus/model/kinds.ts';
import { listMerged } from '../../corpus/repositories/merge-repository.ts';
import { foldName } from '../codebook.ts';
import type { Fields } from './evaluate.ts';
import type { Reckoning } from './reckoning.ts';
import { findSurvivor, mergeableKinds, rewrite, type MergeableKind } from './survivors.ts';

/** Fields of a group can only be known as one once their groups are. */
const order = mergeableKinds.flatMap((kind) => (kind === 'attribute' ? [kind, kind] : [kind]));

/** A named thing as it is then. `group`: within which its name should be its own. */
type Named = { uid: string; name: string; group: string; isTheirs: boolean };

/**
 * Says which rows of the kinds that can be merged stand for others: by what people merged, and by names that are one, where that is
 * agreed. Every row then names the last survivor. Gives the rows whose survivor is another than it was here: what names them changes.
 */
export function nameSurvivors(outcomes: Reckoning): { kind: KindName; uid: string }[] {
  const changed: { kind: KindName; uid: string }[] = [];
  const survivors = new Map<string, string>();
  outcomes.survivors = survivors;
  for (const kind of order) {
    const before = new Map(listMerged(outcomes.mine, kind).map(({ uid, into }) => [uid, into]));
    const own = ownOutcomes(outcomes, kind);
    const raw = new Map(own.map(([uid, { record }]) => [uid, record!['merged_into'] as string | null]));
    const intoOf = (uid: string) => (raw.has(uid) ? raw.get(uid)! : (before.get(uid) ?? null));
    if (own.length > 0) for (const pair of findSameNames(outcomes, kind, intoOf, survivors)) agree(outcomes, pair, raw);
    const onCircle = (uids: readonly string[]) => checkCircle(outcomes, kind, uids);
    const merged = new Map([...before.keys(), ...raw.keys()].map((uid) => [uid, findSurvivor(uid, intoOf, onCircle)]));
    for (const [uid, survivor] of merged) {
      const outcome = outcomes.outcomes.get(uid);
      if (outcome?.record) outcome.record = { ...outcome.record, merged_into: survivor === uid ? null : survivor };
      if (kind === 'outlet' || kind === 'entity') continue; // resolved where they are read
      if (survivor !== uid) survivors.set(uid, survivor);
      const was = before.get(uid) ?? uid;
      if (was === survivor || (was === uid && !isHere(outcomes, kind, uid))) continue;
      changed.push({ kind, uid }, ...(was === uid ? [] : [{ kind, uid: was }]));
    }
    if (kind === 'label') settleLabels(outcomes);
  }
  return changed;
}

const ownOutcomes = (outcomes: Reckoning, kind: KindName) =>
  [...outcomes.outcomes].filter(([, outcome]) => outcome.kind === kind && outcome.exists);

const isHere = (outcomes: Reckoning, kind: KindName, uid: string) => outcomes.presenceOf(kind, uid) !== 'absent';

/** Two people can merge two things in opposite directions; one who sees the other's merge cannot. Errors: merge-unsound. */
function checkCircle(outcomes: Reckoning, kind: KindName, uids: readonly string[]): void {
  const { union } = outcomes;
  const edits = uids.flatMap(
    (uid) => outcomes.stateOf(uid, kind)?.edits.findLast(({ fields }) => 'merged_into' in fields) ?? [],
  );
  const isApart = edits.some((one) =>
    edits.some((other) => one !== other && !union.saw(one, other) && !union.saw(other, one)),
  );
  if (!isApart) throw outcomes.refuse(mergeMessages.unsound.circle(`${kind} ${uids[0]!}`));
}

/** The larger uid stands for the smaller one from now on. */
function agree(outcomes: Reckoning, pair: SameName, raw: Map<string, string | null>): void {
  const isKnown = outcomes.sameNames.some(({ mine, theirs }) => mine === pair.mine && theirs === pair.theirs);
  if (!isKnown) outcomes.sameNames.push(pair);
  if (!outcomes.choices.sameNames) return;
  const [stays, goes] = pair.mine < pair.theirs ? [pair.mine, pair.theirs] : [pair.theirs, pair.mine];
  const kind: KindName = pair.kind;
  if (!outcomes.outcomes.has(goes)) {
    const record = outcomes.stateOf(goes, kind)!.record;
    outcomes.outcomes.set(goes, { kind, exists: true, record, as: null });
  }
  raw.set(goes, stays);
  outcomes.settled.push({ kind, target: goes, set: { merged_into: stays } });
}

/** Names that two rows bear, of which one comes, or is called so now, by this merge. */
function findSameNames(
  outcomes: Reckoning,
  kind: MergeableKind,
  intoOf: (uid: string) => string | null,
  survivors: ReadonlyMap<string, string>,
): SameName[] {
  const news = ownOutcomes(outcomes, kind);
  const before = new Map(listNamesHere(outcomes.mine, kind, survivors).map((each) => [each.uid, each]));
  const all = new Map(before);
  for (const [uid, { record }] of news) {
    const named = toNamed(kind, uid, rewrite(kind, record!, survivors));
    const known = before.get(uid);
    all.set(uid, { ...named, isTheirs: known?.name !== named.name || known.group !== named.group });
  }
  const gone = new Set([...outcomes.outcomes].flatMap(([uid, { exists }]) => (exists ? [] : [uid])));
  const alive = [...all.values()].filter(({ uid }) => !gone.has(uid) && intoOf(uid) === null);
  const pairs: SameName[] = [];
  for (const same of Map.groupBy(alive, ({ name, group }) => `${group} ${toKey(kind, name)}`).values()) {
    const [mine, ...others] = same.sort((a, b) => Number(a.isTheirs) - Number(b.isTheirs) || (a.uid < b.uid ? -1 : 1));
    for (const other of others)
      if (other.isTheirs)
        pairs.push({
          kind: kind satisfies NamedKind,
          name: other.name,
          of: findGroupName(outcomes, other.group),
          mine: mine!.uid,
          theirs: other.uid,
          stays: mine!.uid < other.uid ? 'mine' : 'theirs',
        });
  }
  return pairs;
}

/** As names are compared where one is given: of people as they are written. */
const toKey = (kind: MergeableKind, name: string) => (kind === 'annotator' ? name : foldName(name));

const toNamed = (kind: MergeableKind, uid: string, record: Fields): Named => ({
  uid,
  name: record['name'] as string,
  group:
    kind === 'attribute'
      ? ((record['parent'] ?? record['label']) as string)
      : kind === 'entity'
        ? (record['label'] as string)
        : '',
  isTheirs: false,
});

function listNamesHere(db: ReadDb, kind: MergeableKind, survivors: ReadonlyMap<string, string>): Named[] {
  const group =
    kind === 'attribute'
      ? 'coalesce((SELECT uid FROM attribute p WHERE p.id = t.parent_id), (SELECT uid FROM label l WHERE l.id = t.label_id))'
      : kind === 'entity'
        ? '(SELECT uid FROM label l WHERE l.id = t.label_id)'
        : `''`;
  const rows = db
    .prepare<[], Omit<Named, 'isTheirs'>>(
      `SELECT t.uid, t.name, ${group} AS "group" FROM ${kind} t WHERE t.merged_into_id IS NULL ${hasBatch(kind) ? `AND ${isSeen('t')}` : ''}`,
    )
    .all();
  return rows.map((row) => ({ ...row, group: survivors.get(row.group) ?? row.group, isTheirs: false }));
}

const findGroupName = (outcomes: Reckoning, group: string): string | null => {
  if (group === '') return null;
  const kind: KindName = outcomes.outcomes.get(group)?.kind ?? 'label';
  const state = outcomes.stateOf(group, kind === 'attribute' ? kind : 'label') ?? undefined;
  return (state?.record?.['name'] as string | undefined) ?? null;
};

/** No two labels that are in use have one key, and none excludes itself. */
function settleLabels(outcomes: Reckoning): void {
  const taken = new Set<unknown>();
  for (const [uid, outcome] of ownOutcomes(outcomes, 'label').sort(([a], [b]) => (a < b ? -1 : 1))) {
    const record = rewrite('label', outcome.record!, outcomes.survivors);
    const excludes = (record['excludes'] as { excluded: string }[]).filter(({ excluded }) => excluded !== uid);
    outcome.record = { ...record, excludes };
    const isInUse = record['retired'] === 0 && record['merged_into'] === null && record['key'] !== null;
    if (!isInUse) continue;
    if (taken.has(record['key'])) outcome.record = { ...outcome.record, key: null };
    taken.add(record['key']);
  }
}
