import type { Input } from '#shared/api/contract';
import type { Handle } from '#shared/domain/ids';
import type { NameMapping, ReadingChoice } from '#shared/domain/interchange';

export type ChosenFile = { handle: Handle; name: string };

/** How files are read: what a person said of it. `mapping`: of names that they chose for, the others are guessed. */
export type Reading = ReadingChoice & {
  files: readonly ChosenFile[];
  mapping: readonly NameMapping[];
  annotator: string;
};

export const readAsItLooks = (files: readonly ChosenFile[]): Reading => ({
  files,
  format: 'auto',
  unit: 'auto',
  mapping: [],
  annotator: '',
});

/** What a call is asked with. */
export function toAsked({ files, format, unit, mapping, annotator }: Reading): Input<'interchange:plan'> {
  return {
    files: files.map(({ handle }) => handle),
    format,
    unit,
    mapping: [...mapping],
    annotator: annotator.trim() === '' ? null : annotator.trim(),
  };
}

/** The mapping with one name taken for another. */
export const chooseName = (mapping: readonly NameMapping[], chosen: NameMapping): NameMapping[] => [
  ...mapping.filter(({ sort, theirs }) => sort !== chosen.sort || theirs !== chosen.theirs),
  chosen,
];
