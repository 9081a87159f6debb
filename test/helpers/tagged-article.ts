import type { ValuesInput } from '#shared/domain/attribute';
import type { Span } from '#shared/domain/span';
import { createAnnotation } from '../../electron/services/annotate.ts';
import { editArticle } from '../../electron/services/edit-article.ts';
import type { TestCorpus } from './corpus.ts';

/** Words that name somebody, with who it is; null where nobody is linked. */
type Named = [words: string, entity: string | null];
/** `by`: who, the words that name them, the verb. `values`: of other attributes. */
type Said = {
  words: string;
  by?: [who: string | null, words?: string, verb?: string][];
  voice?: string;
  values?: ValuesInput;
};
type Article = {
  outlet: string;
  date?: string;
  text: string;
  actors?: Named[];
  places?: Named[];
  claims?: Said[];
};

/**
 * Imports an article and tags words in it, each where it first stands; entities are there already. Gives its uid, and those of its
 * claims in order.
 */
export async function importTagged(
  made: TestCorpus,
  { outlet, date, text, actors = [], places = [], claims = [] }: Article,
): Promise<{ article: string; claims: string[] }> {
  const article = await made.importText(text, `${made.environment.newUid()}.txt`);
  editArticle(made.corpus, made.sara, article, { outlet, date: date ?? null });
  const find = (words: string): Span => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`The text does not say ${words}`);
    return { start, end: start + words.length };
  };
  const tag = (label: string, words: string, rest: { entity?: string; attributes?: ValuesInput }) =>
    createAnnotation(made.corpus, made.sara, { article, label, spans: [find(words)], ...rest }).uid;
  for (const [label, named] of [
    ['actor', actors],
    ['location', places],
  ] as const)
    for (const [words, entity] of named) tag(label, words, entity === null ? {} : { entity });
  const toAttribution = ([who, words, verb]: [string | null, string?, string?]) => ({
    ...(who !== null && { who }),
    ...(words !== undefined && { words: find(words) }),
    ...(verb !== undefined && { verb: find(verb) }),
  });
  const uids = claims.map(({ words, by = [], voice, values }) =>
    tag('claim', words, {
      attributes: {
        attribution: by.map(toAttribution),
        ...(voice !== undefined && { voice }),
        ...values,
      },
    }),
  );
  return { article, claims: uids };
}
