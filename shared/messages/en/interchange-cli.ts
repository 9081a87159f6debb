import type { ImportedAnnotations, InterchangePlan, NoteKind, ReadingNote } from '../../domain/interchange.ts';

const s = (n: number) => (n === 1 ? '' : 's');

const counted: Record<NoteKind, (n: number) => string> = {
  refused: (n) => `${n} part${s(n)} of the files could not be read`,
  unplaced: (n) => `${n} annotation${s(n)} could not be placed`,
  moved: (n) => `${n} annotation${s(n)} follow${n === 1 ? 's' : ''} its words or ${n === 1 ? 'was' : 'were'} widened`,
  left: (n) => `${n} thing${s(n)} in the files ${n === 1 ? 'has' : 'have'} no place here`,
  values: (n) => `${n} value${s(n)} did not fit and ${n === 1 ? 'was' : 'were'} left out`,
  'without-text': (n) => `${n} text${s(n)} ${n === 1 ? 'is' : 'are'} neither in the files nor here`,
};

/** What `galley import` says of annotations that another tool made. */
export const interchangeCliMessages = {
  options: {
    unit: 'what offsets of annotations count (else as most quotes agree)',
    label: 'which label of the files is which one here; nothing behind = leaves it out',
    by: 'whose the annotations are that name nobody (else yours)',
    take: 'which differences of annotations to take: what is new or changed (kept), all, or one kind',
  },
  badLabel: (part: string) => `error: “${part}” should be THEIRS=OURS, or THEIRS= to leave it out`,
  read: (
    format: string,
    unit: string,
    { quoted, agree, moved, widened }: { quoted: number; agree: number; moved: number; widened: number },
  ) =>
    `read as ${format}, offsets in ${unit}; ${agree} of ${quoted} quotes stand at their offsets, ${moved} elsewhere, ${widened} widened`,
  columns: ['what', 'in the files', 'times', 'here'],
  leftOut: '(left out)',
  isNew: (name: string) => `${name} (new)`,
  documents: ({ here, new: fresh, withoutText }: InterchangePlan['documents']) =>
    `texts: ${here} here, ${fresh} new${withoutText > 0 ? `, ${withoutText} without text` : ''}`,
  would: (of: 'annotation' | 'relation', { same, new: fresh, changed, deleted }: InterchangePlan['annotations']) =>
    `${of}s: ${fresh} new, ${changed} changed, ${deleted} deleted, ${same} the same; nothing was stored`,
  note: ({ file, place, what, quote, count }: Omit<ReadingNote, 'kind'>) =>
    `${[file, place].filter((part) => part !== '').join(', ')}${file === '' && place === '' ? '' : ': '}${what}${quote === '' ? '' : ` “${quote}”`}${count > 1 ? ` (${count})` : ''}`,
  done: ({ format, articles, annotations: a, relations: r }: ImportedAnnotations) =>
    `${format}: ${articles.imported} article${s(articles.imported)} imported, ${articles.here} already there; ${a.added} annotation${s(a.added)} added, ${a.changed} changed, ${a.corrected} corrected, ${a.removed} removed, ${a.rejected} rejected, ${a.same} the same; ${r.added} relation${s(r.added)} added.`,
  counted: (kind: NoteKind, n: number) => `${counted[kind](n)}.`,
  refused: ({ place, what }: { place: string; what: string }) => (place === '' ? what : `${place}: ${what}`),
} as const;
