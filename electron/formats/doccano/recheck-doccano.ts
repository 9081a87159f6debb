import { createHash } from 'node:crypto';
import type { OffsetUnit } from '#shared/domain/dataset';
import type { Dataset, Reread, WrittenFiles } from '../format.ts';

type Tag = [start: number, end: number, label: string];
type Entity = { id: number; start_offset: number; end_offset: number; label: string };
type Written = {
  text: string;
  label?: Tag[];
  entities?: Entity[];
  relations?: { from_id: number; to_id: number; type: string }[];
  galley: {
    article: string;
    sha256: string;
    unit: string;
    annotations: [string, ...Tag][];
    relations: [uid: string, from: string, to: string, kind: string][];
  };
};

/**
 * Reads each line as doccano does: offsets are within the text, in the unit that was asked for, and what our own column says of
 * each tag agrees with it. The words are not in the file: the text is held to its hash instead.
 */
export async function recheckDoccano(
  files: WrittenFiles,
  { options }: Pick<Dataset, 'options'>,
  breathe: () => Promise<void> | undefined = () => undefined,
): Promise<Reread> {
  const reread = { articles: 0, annotations: 0, relations: 0, mismatches: [] as string[] };
  const unit = options.unit ?? 'utf16';
  for (const line of files.lines('all.jsonl')) {
    await breathe();
    const { text, galley, ...record } = JSON.parse(line) as Written;
    const tags = record.label ?? record.entities!.map((each): Tag => [each.start_offset, each.end_offset, each.label]);
    reread.articles += 1;
    reread.annotations += tags.length;
    if (createHash('sha256').update(text).digest('hex') !== galley.sha256 || galley.unit !== unit)
      reread.mismatches.push(`text of ${galley.article}`);
    const length = measure(text, unit);
    for (const [n, [start, end, label]] of tags.entries()) {
      const [uid, ...said] = galley.annotations[n] ?? [''];
      const isWithin = 0 <= start && start < end && end <= length;
      if (!isWithin || said.join('\0') !== [start, end, label].join('\0')) reread.mismatches.push(`annotation ${uid}`);
    }
    if (tags.length !== galley.annotations.length) reread.mismatches.push(`annotations of ${galley.article}`);
    if (record.entities?.some(({ id }, n) => id !== n)) reread.mismatches.push(`annotations of ${galley.article}`);
    reread.relations += record.relations?.length ?? 0;
    if ((record.relations?.length ?? 0) !== galley.relations.length)
      reread.mismatches.push(`relations of ${galley.article}`);
    for (const [n, [uid, from, to, kind]] of galley.relations.entries()) {
      const { from_id: a, to_id: b, type } = record.relations?.[n] ?? { from_id: -1, to_id: -1, type: '' };
      if (galley.annotations[a]?.[0] !== from || galley.annotations[b]?.[0] !== to || type !== kind)
        reread.mismatches.push(`relation ${uid}`);
    }
  }
  return reread;
}

function measure(text: string, unit: OffsetUnit): number {
  switch (unit) {
    case 'utf16':
      return text.length;
    case 'codepoint':
      return Array.from(text).length;
    case 'grapheme':
      return Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)).length;
    case 'byte':
      return Buffer.byteLength(text);
  }
}
