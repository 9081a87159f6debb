import { ExpectedError } from '#shared/errors';
import type { ReadDb } from '../../corpus/connection.ts';
import { listAgreedLabels, type AgreedLabel } from '../../corpus/repositories/agreement-labels.ts';
import type { FinishedArticle, Made } from './open-agreement.ts';

/** What a row is about: one label against the rest, or (`label` null) labels that exclude one another. */
export type LabelGroup = { label: string | null; labels: string[]; ids: number[] };

/**
 * Labels that exclude one another together, then each label, in the order of the codebook: those in use, and those that were retired where
 * somebody has used them. `named`: only of these. Errors: label-unknown.
 */
export function listLabelGroups(
  db: ReadDb,
  articles: readonly FinishedArticle[],
  named: readonly string[] | undefined,
): LabelGroup[] {
  const all = listAgreedLabels(db);
  const used = new Set(articles.flatMap(({ made }) => made.flat().map(({ label }) => label)));
  const shown = named
    ? new Set(named.map((name) => findLabel(all, name).id))
    : new Set(all.filter(({ id, isRetired }) => !isRetired || used.has(id)).map(({ id }) => id));
  const labels = all.filter(({ id }) => shown.has(id));
  const together = listTogether(labels).map((group) => toGroup(null, group));
  return [...together, ...labels.map((label) => toGroup(label.name, [label]))];
}

const toGroup = (label: string | null, labels: readonly AgreedLabel[]): LabelGroup => ({
  label,
  labels: labels.map(({ name }) => name),
  ids: labels.map(({ id }) => id),
});

function findLabel(all: readonly AgreedLabel[], name: string): AgreedLabel {
  const found = all.find((label) => label.name.toLowerCase() === name.trim().toLowerCase());
  if (!found)
    throw new ExpectedError('label-unknown', { label: name, known: all.map((label) => label.name).join(', ') });
  return found;
}

/** Labels that hang together by excluding one another, two or more. */
function listTogether(labels: readonly AgreedLabel[]): AgreedLabel[][] {
  const groups: AgreedLabel[][] = [];
  for (const label of labels) {
    const touching = groups.filter((group) => group.some(({ excludes }) => excludes.includes(label.id)));
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push([...touching.flat(), label]);
  }
  return groups
    .map((group) => labels.filter((label) => group.includes(label)))
    .filter(({ length }) => length > 1)
    .sort((a, b) => labels.indexOf(a[0]!) - labels.indexOf(b[0]!));
}

/** The one that a row is of. Errors: label-unknown. */
export function getLabelGroup(
  groups: readonly LabelGroup[],
  label: string | null,
  among: readonly string[] | undefined,
): LabelGroup {
  const isAlike = (name: string, other: string) => name.toLowerCase() === other.toLowerCase();
  const found =
    label === null
      ? groups.find(
          (group) =>
            group.label === null && (among ?? []).every((name) => group.labels.some((own) => isAlike(own, name))),
        )
      : groups.find((group) => group.label !== null && isAlike(group.label, label));
  if (found) return found;
  throw new ExpectedError('label-unknown', {
    label: label ?? (among ?? []).join(', '),
    known: groups.flatMap((group) => group.label ?? []).join(', '),
  });
}

/** What a coder made of a group's labels, each as its category: 1 for the first of them. */
export const pickMade = (made: readonly Made[], { ids }: LabelGroup): Made[] =>
  made.flatMap((each) => {
    const place = ids.indexOf(each.label);
    return place < 0 ? [] : [{ ...each, label: place + 1 }];
  });
