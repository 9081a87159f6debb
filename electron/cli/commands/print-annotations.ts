import type { NoteKind } from '#shared/domain/interchange';
import { interchangeCliMessages as words } from '#shared/messages/en/interchange-cli';
import { print, printError, printTable } from '../print.ts';
import type { AnnotationReport } from './import-annotations.ts';

/** What an import of annotations did, or would do, for people. */
export function printAnnotations(report: AnnotationReport): void {
  if ('plan' in report) {
    const { quoted, agree, moved, widened } = report.agreement;
    print(words.read(report.format, report.unit, { quoted, agree, moved, widened }));
    const names = report.names.map(({ sort, theirs, count, ours, isNew }) => [
      sort,
      theirs,
      count,
      ours === null ? words.leftOut : isNew ? words.isNew(ours) : ours,
    ]);
    if (names.length > 0) printTable([...words.columns], names);
    print(words.documents(report.documents));
    print(words.would('annotation', report.annotations));
    if (Object.values(report.relations).some((n) => n > 0)) print(words.would('relation', report.relations));
    printCounts(report.notes);
    return;
  }
  for (const { kind, file, place, what, quote, count } of report.notes) {
    const line = words.note({ file, place, what, quote, count });
    if (kind === 'refused') printError(line);
    else print(line);
  }
  print(words.done(report));
  printCounts(report.counts);
}

function printCounts(counts: Readonly<Record<NoteKind, number>>): void {
  for (const [kind, n] of Object.entries(counts) as [NoteKind, number][]) if (n > 0) print(words.counted(kind, n));
}
