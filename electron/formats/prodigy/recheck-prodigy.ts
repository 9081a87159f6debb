import { createHash } from 'node:crypto';
import type { Reread, WrittenFiles } from '../format.ts';
import { valuesStand } from '../recheck-values.ts';

type Token = { text: string; start: number; end: number; id: number; ws: boolean };
type Place = { start: number; end: number; token_start: number; token_end: number };
type Task = {
  text: string;
  tokens: Token[];
  spans: (Place & { id: string; galley: object })[];
  relations: {
    head: number;
    child: number;
    head_span: Place;
    child_span: Place;
    galley: { id: string; from: string; to: string };
  }[];
  galley: { article: string; sha256: string };
};

/**
 * Reads each task as spaCy does: tokens and the blanks behind them make the text, each token stands at its code points, tags begin
 * and end with tokens, and relations lead from the last token of a tag to that of another.
 */
export async function recheckProdigy(
  files: WrittenFiles,
  _: unknown,
  breathe: () => Promise<void> | undefined = () => undefined,
): Promise<Reread> {
  const reread = { articles: 0, annotations: 0, relations: 0, mismatches: [] as string[] };
  for (const line of files.lines('tasks.jsonl')) {
    await breathe();
    const { text, tokens, spans, relations, galley } = JSON.parse(line) as Task;
    reread.articles += 1;
    reread.annotations += spans.length;
    reread.relations += relations.length;
    if (createHash('sha256').update(text).digest('hex') !== galley.sha256)
      reread.mismatches.push(`text of ${galley.article}`);
    if (!coverText(text, tokens)) reread.mismatches.push(`tokens of ${galley.article}`);
    const tags = new Map(spans.map((span) => [span.id, span]));
    for (const span of spans) {
      const [first, last] = [tokens[span.token_start], tokens[span.token_end]];
      const isRight = first?.start === span.start && last?.end === span.end && span.start < span.end;
      const stand = valuesStand(JSON.stringify(span.galley), (uid) => (uid === galley.article ? text : null));
      if (!isRight || !stand) reread.mismatches.push(`annotation ${span.id}`);
    }
    for (const { head, child, head_span: from, child_span: to, galley: own } of relations) {
      const ends = [tags.get(own.from), tags.get(own.to)];
      const areRight = [from, to].every(({ start, end }, n) => ends[n]?.start === start && ends[n].end === end);
      if (!areRight || ends[0]?.token_end !== head || ends[1]?.token_end !== child)
        reread.mismatches.push(`relation ${own.id}`);
    }
  }
  return reread;
}

/** Whether the tokens, in order, are all of the text, and each stands where it says. */
function coverText(text: string, tokens: readonly Token[]): boolean {
  const characters = Array.from(text);
  return (
    tokens.map(({ text: word, ws }) => word + (ws ? ' ' : '')).join('') === text &&
    tokens.every(({ text: word, start, end, id }, n) => id === n && characters.slice(start, end).join('') === word)
  );
}
