import { MOST_ATTRIBUTES, MOST_LABELS, MOST_RELATION_KINDS, type Codebook, type Label } from '#shared/domain/codebook';
import { NameSort, type FoundName, type NameMapping } from '#shared/domain/interchange';
import { commonWords } from '#shared/messages/en/interchange';
import { deriveUid } from '../../corpus/derive-uid.ts';
import type { ReadDb } from '../../corpus/connection.ts';
import { getCodebook } from '../../corpus/repositories/codebook-repository.ts';
import { listNameMappings } from '../../corpus/repositories/name-mapping-repository.ts';
import { listNames } from '../../corpus/repositories/dataset-repository.ts';
import type { Survey } from './survey.ts';

type Guess = Pick<FoundName, 'ours' | 'by'>;
type Context = {
  codebook: Codebook;
  people: { name: string; initials: string }[];
  surveyed: Survey;
  said: ReadonlyMap<string, string | null>;
  remembered: ReadonlyMap<string, string | null>;
};

/** What the names of files stand for: as the person says, as they said before, else as it looks. */
export function guessNames(db: ReadDb, format: string, surveyed: Survey, mapping: readonly NameMapping[]): FoundName[] {
  const context: Context = {
    codebook: getCodebook(db),
    people: listNames(db),
    surveyed,
    said: toMap(mapping),
    remembered: toMap(listNameMappings(db, format)),
  };
  const fresh = new Map<string, string>();
  const free = countFree(context.codebook);
  return NameSort.options.flatMap((sort) =>
    [...surveyed.names[sort]]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([theirs, count]): FoundName => {
        const guess = shareNew(fresh, sort, guessName(context, sort, theirs));
        const isNew = guess.ours !== null && isMissing(context, sort, theirs, guess.ours);
        // only so many may be
        if (isNew && guess.isFirst && (free[sort] -= 1) < 0)
          return { sort, theirs, count, ours: null, by: 'no-room', isNew: false };
        return { sort, theirs, count, ours: guess.ours, by: guess.by, isNew };
      }),
  );
}

/** How many names of each sort there is room for; of attributes, under the label that has most. */
const countFree = ({ labels, relationKinds }: Codebook): Record<NameSort, number> => ({
  label: MOST_LABELS - labels.length,
  attribute: MOST_ATTRIBUTES - Math.max(0, ...labels.map(({ attributes }) => attributes.length)),
  relation: MOST_RELATION_KINDS - relationKinds.length,
  annotator: Infinity,
});

/** Names that differ in case only become one. */
function shareNew(fresh: Map<string, string>, sort: NameSort, guess: Guess): Guess & { isFirst: boolean } {
  if (guess.ours === null || sort === 'annotator') return { ...guess, isFirst: true };
  const key = keyOf(sort, guess.ours.toLowerCase());
  const known = fresh.get(key);
  if (known === undefined) fresh.set(key, guess.ours);
  return { ...guess, ours: known ?? guess.ours, isFirst: known === undefined };
}

const keyOf = (sort: NameSort, theirs: string) => `${sort}\0${theirs}`;
const toMap = (mapping: readonly NameMapping[]) =>
  new Map(mapping.map(({ sort, theirs, ours }) => [keyOf(sort, theirs), ours]));

/** Many formats write a name without what they cannot have in it. */
const foldName = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_');

function guessName(context: Context, sort: NameSort, theirs: string): Guess {
  const key = keyOf(sort, theirs);
  const { said, remembered } = context;
  if (said.has(key)) return { ours: said.get(key)!, by: 'chosen' };
  if (remembered.has(key)) return { ours: remembered.get(key)!, by: 'remembered' };
  const same = findSame(listHere(context, sort, theirs), theirs);
  if (same !== undefined) return { ours: same, by: 'same-name' };
  const common = sort === 'label' ? findByCommonWord(context.codebook.labels, theirs) : undefined;
  if (common !== undefined) return { ours: common, by: 'common-word' };
  if (sort === 'annotator') return guessPerson(context, theirs);
  return isName(sort, theirs) ? { ours: theirs.trim(), by: 'new' } : { ours: null, by: 'left' };
}

const findSame = (here: readonly string[], theirs: string): string | undefined =>
  here.find((name) => name === theirs) ??
  here.find((name) => name.toLowerCase() === theirs.trim().toLowerCase()) ??
  here.find((name) => foldName(name) === foldName(theirs));

function listHere({ codebook, people, surveyed }: Context, sort: NameSort, theirs: string): string[] {
  switch (sort) {
    case 'label':
      return codebook.labels.filter(({ retired }) => !retired).map(({ name }) => name);
    case 'relation':
      return codebook.relationKinds.filter(({ retired }) => !retired).map(({ name }) => name);
    case 'annotator':
      return people.map(({ name }) => name);
    case 'attribute': {
      // those of labels that have it in the files come first
      const labels = surveyed.attributes.get(theirs)!.labels;
      const isNear = ({ name }: Label) => [...labels].some((label) => foldName(label) === foldName(name));
      return codebook.labels
        .toSorted((a, b) => Number(isNear(b)) - Number(isNear(a)))
        .flatMap(({ attributes }) => attributes.filter(({ retired }) => !retired).map(({ name }) => name));
    }
  }
}

function findByCommonWord(labels: readonly Label[], theirs: string): string | undefined {
  const word = foldName(theirs).toUpperCase();
  for (const [builtIn, words] of Object.entries(commonWords)) {
    if (!words.includes(word)) continue;
    return labels.find(({ uid, retired }) => uid === deriveUid('label', builtIn) && !retired)?.name;
  }
  return undefined;
}

/** Initials that one person has mean that person; a number is nobody's name. */
function guessPerson({ people }: Context, theirs: string): Guess {
  const [one, other] = people.filter(({ initials }) => initials === theirs);
  if (one && !other) return { ours: one.name, by: 'same-name' };
  if (/^\d+$/u.test(theirs) || !isName('annotator', theirs)) return { ours: null, by: 'left' };
  return { ours: theirs.trim(), by: 'new' };
}

/** Whether it can be a name here. */
function isName(sort: NameSort, name: string): boolean {
  const { length } = name.trim();
  if (length === 0 || /[\p{Cc}\p{Surrogate}]/u.test(name)) return false;
  if (sort === 'attribute') return length <= 60 && /^(?!__)[^.=]+$/u.test(name);
  return length <= (sort === 'annotator' ? 200 : 60);
}

/** Whether what was chosen is to be made; of an attribute, under any label that has values of it. */
function isMissing(context: Context, sort: NameSort, theirs: string, ours: string): boolean {
  const isIt = ({ name }: { name: string }) => name.toLowerCase() === ours.toLowerCase();
  const { codebook, people, surveyed } = context;
  if (sort === 'label') return !codebook.labels.some(isIt);
  if (sort === 'relation') return !codebook.relationKinds.some(isIt);
  if (sort === 'annotator') return !people.some(({ name }) => name === ours);
  return [...surveyed.attributes.get(theirs)!.labels].some((each) => {
    const label = guessName(context, 'label', each).ours;
    if (label === null) return false;
    const here = codebook.labels.find(({ name }) => name.toLowerCase() === label.toLowerCase());
    return !here?.attributes.some(isIt);
  });
}
