import type { ComparisonPart, WholeComparison } from '../domain/whole-comparison.ts';
import { toClaimTables } from './claims.ts';
import { toCountsTable } from './counts.ts';
import { toFormsTable, toNamingTable } from './naming.ts';
import { toSilenceTable } from './silence.ts';
import { toSourceTables } from './sources.ts';
import type { Table } from './table.ts';
import { toPlacesTable, toTimeTable } from './timeline.ts';
import { toKeynessTable } from './words.ts';
import { joinTables } from './join-tables.ts';
import { reportWords as words } from '../messages/en/compare-report.ts';

/** Every table of a comparison, part by part: what people see on the page, at the command line, in files and in the report. */
export function toWholeTables(whole: WholeComparison): Record<ComparisonPart, Table[]> {
  const { counts, naming, claims, sources, silence, time } = whole;
  const formTables = naming.entities.flatMap((each) =>
    each.forms ? [{ of: each.name, table: toFormsTable(each) }] : [],
  );
  const forms = joinTables(formTables, { title: words.entity, kind: 'theirs' });
  return {
    counts: [toCountsTable(counts)],
    naming: [
      toNamingTable(naming),
      ...(forms ? [{ ...forms, name: 'naming-forms', title: words.allForms, note: '' }] : []),
    ],
    claims: toClaimTables(claims),
    words: whole.words.map(toKeynessTable),
    sources: toSourceTables(sources),
    silence: [toSilenceTable(silence)],
    time: [toTimeTable(time), toPlacesTable(time)],
  };
}
