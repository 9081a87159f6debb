import type { SuggestionRule } from '#shared/domain/suggestion';
import type { Corpus } from '../../electron/corpus/open-corpus.ts';
import { listSuggestions } from '../../electron/services/suggestions/list-suggestions.ts';
import { readHandTags, type HandTag } from '../helpers/hand-tags.ts';
import { listPlainCapitals } from './plain-capitals.ts';
import { addScores, compare, type Compared, type Proposed, type Score } from './score.ts';
import { importCollection, layTags, toPart, type Collection, type Tagged } from './tagged-corpus.ts';

/** What was suggested for one article, held against its hand tags. */
export type Measured = { article: Tagged } & Compared;

const claimRules = new Set<SuggestionRule>(['figure', 'attribution', 'quotation']);

/** Names that the app suggests for an article to somebody who has tagged nothing. */
const listNames = (corpus: Corpus, article: string): Proposed[] =>
  listSuggestions(corpus.read, article, null)
    .filter(({ rule }) => !claimRules.has(rule))
    .map(({ label, spans: [span] }) => ({ label, start: span!.start, end: span!.end }));

const measure = (corpus: Corpus, articles: readonly Tagged[]): Measured[] =>
  articles.map((article) => ({ article, ...compare(article.tags, listNames(corpus, article.uid)) }));

/** What plain runs of capitals would be worth. */
export async function measurePlain(collection: Collection): Promise<Measured[]> {
  const { made, tagged } = await importCollection(collection);
  made.remove();
  return tagged.map((article) => ({
    article,
    ...compare(article.tags, listPlainCapitals(article.text, article.blocks)),
  }));
}

/** The names that two readers tagged in the same articles, each not knowing of the other. */
export function compareReaders(): Score {
  const second = new Map(readHandTags('seeds-second').map(({ textSha256, tags }) => [textSha256, tags]));
  const namesOf = (tags: readonly HandTag[]) => tags.filter(({ kind }) => kind === 'name');
  return addScores(
    readHandTags('seeds').map(
      ({ textSha256, tags }) => compare(namesOf(tags), namesOf(second.get(textSha256) ?? [])).score,
    ),
  );
}

/** Cold: what is suggested in a corpus where nothing was ever tagged. */
export async function measureCold(collection: Collection): Promise<Measured[]> {
  const { made, tagged } = await importCollection(collection);
  try {
    return measure(made.corpus, tagged);
  } finally {
    made.remove();
  }
}

/** Warm: what is suggested for the articles of each part in a corpus where all other parts are tagged, and their names linked. */
export async function measureWarm(
  collection: Collection,
  parts: Iterable<string> = new Set(readHandTags(collection).map(toPart)),
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const part of parts) {
    const { made, tagged } = await importCollection(collection);
    try {
      layTags(
        made,
        tagged.filter((article) => article.part !== part),
      );
      measured.push(
        ...measure(
          made.corpus,
          tagged.filter((article) => article.part === part),
        ),
      );
    } finally {
      made.remove();
    }
  }
  return measured;
}
