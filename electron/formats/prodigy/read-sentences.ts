import { jsonMessages } from '#shared/messages/en/formats/json-values';
import { prodigyMessages } from '#shared/messages/en/formats/prodigy';
import { emptyDocument, type FileSet, type Found } from '../found.ts';
import { layOut } from '../tokens/read-offsets.ts';
import { isTag, parseTags, toAnnotations, type TokenTag } from '../tokens/token-tags.ts';

/** A word, what else is said of it, and its tag. */
const WORD = /^(.+?)(?:\|[^|\s]*)*\|([^|\s]+)$/u;
const parseWord = (word: string) => {
  const [, form, tag] = WORD.exec(word) ?? [];
  return form !== undefined && tag !== undefined && isTag(tag) ? { form, tag } : undefined;
};
const wordsOf = (line: string) => line.split(/\s+/u).filter((word) => word !== '');

/** Files of a sentence a line, each word with its tag behind a `|`. */
export const listSentenceFiles = ({ names, head }: FileSet): string[] =>
  names.filter((name) => {
    if (!/\.iob2?$/iu.test(name)) return false;
    const words = wordsOf(head(name).split('\n')[0] ?? '');
    return words.length > 0 && words.every((word) => parseWord(word));
  });

/** One document a file: words with a blank between them, a sentence a line. Refused at a line that has another form. */
export function readSentences(files: FileSet, file: string): Found {
  const sentences: string[][] = [];
  const tags: TokenTag[] = [];
  const lines: number[] = [];
  let line = 0;
  for (const written of files.lines(file)) {
    line += 1;
    const words = wordsOf(written).map((word) => parseWord(word) ?? word);
    if (words.length === 0) continue;
    const wrong = words.find((word) => typeof word === 'string');
    if (wrong !== undefined) return { refused: { file, line, reason: prodigyMessages.badWord(wrong) } };
    const right = words.filter((word) => typeof word !== 'string');
    tags.push(
      ...parseTags(
        right.map(({ tag }) => tag),
        lines.length,
      ),
    );
    sentences.push(right.map(({ form }) => form));
    for (let n = 0; n < right.length; n += 1) lines.push(line);
  }
  const placed = layOut(sentences);
  return {
    document: {
      ...emptyDocument(file.replace(/^.*\/|\.[^.]+$/gu, ''), file),
      text: placed.text,
      unit: 'utf16',
      annotations: toAnnotations(tags, placed, (first) => jsonMessages.line(lines[first]!)),
    },
  };
}
