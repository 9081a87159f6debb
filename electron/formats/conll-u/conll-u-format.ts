import type { Loss } from '#shared/domain/dataset';
import { conllULosses } from '#shared/messages/en/formats/conll-u';
import { tokenLosses } from '#shared/messages/en/formats/tokens';
import type { DatasetArticle, Format } from '../format.ts';
import { toLoss } from '../losses.ts';
import { listLostRelations } from '../side-files/write-side-files.ts';
import { isMoved } from '../tokens/blanks.ts';
import { toParts } from './mentions.ts';
import { isConllU, readConllU } from './read-conll-u.ts';
import { recheckConllU } from './recheck-conll-u.ts';
import { toTypeName, writeConllU } from './write-conll-u.ts';

function listLosses(item: DatasetArticle): Loss[] {
  const { article, annotations } = item;
  const { uid, title, text } = article;
  const written = new Set(
    annotations.filter((each) => toParts(text, each).length > 0).map((annotation) => annotation.uid as string),
  );
  return [
    ...(text === text.normalize('NFC')
      ? []
      : [{ kind: 'text' as const, annotation: uid, quote: title, ...conllULosses.nfc }]),
    ...annotations.flatMap((each) => {
      if (!written.has(each.uid)) return [toLoss('overlap', each, tokenLosses.blank)];
      return [
        ...(each.spans.some((span) => isMoved(text, span)) ? [toLoss('moved', each, tokenLosses.trimmed)] : []),
        ...(toTypeName(each.label) === each.label ? [] : [toLoss('renamed', each, tokenLosses.name)]),
      ];
    }),
    ...listLostRelations(item, (each) => written.has(each)),
  ];
}

export const conllU: Format = {
  name: 'conll-u',
  units: [],
  needsText: true,
  carries: new Set(['relation', 'entity', 'uid', 'title', 'outlet', 'date']),
  write: writeConllU,
  listLosses,
  recheck: (files, _, breathe) => recheckConllU(files, breathe),
  reader: { name: 'conll-u', unit: 'utf16', recognises: isConllU, read: readConllU },
};
