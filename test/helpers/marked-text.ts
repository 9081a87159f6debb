import { createAnnotation } from '../../electron/services/annotate.ts';
import { editArticle } from '../../electron/services/edit-article.ts';
import type { TestCorpus } from './corpus.ts';
import { addTestEntity } from './entity.ts';

type Mark = { start: number; end: number; says: string };

/**
 * Takes the marks out of a text: `[words|what]` marks words, `{words|what}` a stretch that may hold marks; `what` is what stands
 * after the last stroke.
 */
function readMarks(marked: string): { text: string; words: Mark[]; stretches: Mark[] } {
  const found: { [open: string]: Mark[] } = { '[': [], '{': [] };
  const open: { bracket: string; start: number }[] = [];
  let text = '';
  for (const letter of marked) {
    if (letter in found) open.push({ bracket: letter, start: text.length });
    else if (letter === ']' || letter === '}') {
      const { bracket, start } = open.pop()!;
      const stroke = text.lastIndexOf('|');
      found[bracket]!.push({ start, end: stroke, says: text.slice(stroke + 1) });
      text = text.slice(0, stroke);
    } else text += letter;
  }
  return { text, words: found['[']!, stretches: found['{']! };
}

/** Of each corpus the entities that it has, by name. */
const known = new WeakMap<TestCorpus, Set<string>>();

/**
 * Imports a marked text as an article of an outlet and tags it: `[pirates|Reef Front]` as an actor of that entity, which is made
 * where it is not there; `[pirates|Reef Front!]` as a loaded term too; `[pirates|]` without entity; `{…|Ann Dell}` as a claim of
 * Ann Dell's, `{…|the outlet}` as one of the outlet itself. Gives the article's uid.
 */
export async function importMarked(made: TestCorpus, outlet: string, marked: string, date?: string): Promise<string> {
  const { text, words, stretches } = readMarks(marked);
  const article = await made.importText(text, `${outlet} ${made.environment.newUid()}.txt`);
  editArticle(made.corpus, made.sara, article, { outlet, ...(date !== undefined && { date }) });
  for (const { start, end, says } of words) {
    const [entity, isLoaded] = [says.replace('!', ''), says.endsWith('!')];
    createAnnotation(made.corpus, made.sara, {
      article,
      label: 'actor',
      spans: [{ start, end }],
      ...(entity !== '' && { entity: ensureEntity(made, entity) }),
      ...(isLoaded && { attributes: { 'loaded term': true } }),
    });
  }
  for (const { start, end, says } of stretches) {
    if (says !== 'the outlet') ensureEntity(made, says);
    const attributes = { attribution: [{ who: says }] };
    createAnnotation(made.corpus, made.sara, { article, label: 'claim', spans: [{ start, end }], attributes });
  }
  return article;
}

function ensureEntity(made: TestCorpus, name: string): string {
  const names = known.get(made) ?? new Set();
  known.set(made, names);
  if (!names.has(name)) addTestEntity(made, 'actor', name);
  names.add(name);
  return name;
}
