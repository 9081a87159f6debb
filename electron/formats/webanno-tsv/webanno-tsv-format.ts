import type { Loss } from '#shared/domain/dataset';
import { tokenLosses } from '#shared/messages/en/formats/tokens';
import { webannoLosses } from '#shared/messages/en/formats/webanno-tsv';
import { ANNOTATIONS } from '../carried.ts';
import type { DatasetArticle, Format } from '../format.ts';
import { toLoss } from '../losses.ts';
import { listLostRelations } from '../side-files/write-side-files.ts';
import { isMoved, trimBlanks } from '../tokens/blanks.ts';
import { isWebannoTsv, readWebannoTsv } from './read-webanno-tsv.ts';
import { recheckWebannoTsv } from './recheck-webanno-tsv.ts';
import { writeWebannoTsv } from './write-webanno-tsv.ts';

/** Spans reach from token to token, and a carriage return has no form in a cell. */
function listLosses(item: DatasetArticle): Loss[] {
  const { text } = item.article;
  const written = new Set(
    item.annotations
      .filter(({ spans }) => spans.some((span) => trimBlanks(text, span)))
      .map(({ uid }) => uid as string),
  );
  const changed = (value: unknown) => typeof value === 'string' && value.includes('\r');
  return [
    ...item.annotations.flatMap((each) => {
      if (!written.has(each.uid)) return [toLoss('overlap', each, tokenLosses.blank)];
      const values = Object.entries({ ...each.attributes, note: each.note });
      return [
        ...(each.spans.some((span) => isMoved(text, span)) ? [toLoss('moved', each, tokenLosses.trimmed)] : []),
        ...values
          .filter(([, value]) => changed(value))
          .map(([part]) => toLoss('changed', each, { part, ...webannoLosses.returns })),
      ];
    }),
    ...listLostRelations(item, (uid) => written.has(uid)),
  ];
}

export const webannoTsv: Format = {
  name: 'webanno-tsv',
  units: ['utf16'],
  needsText: true,
  carries: ANNOTATIONS,
  write: writeWebannoTsv,
  listLosses,
  recheck: (files, _, breathe) => recheckWebannoTsv(files, breathe),
  reader: { name: 'webanno-tsv', unit: 'utf16', recognises: isWebannoTsv, read: readWebannoTsv },
};
