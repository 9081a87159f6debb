import type { SuggestionId } from '#shared/domain/suggestion';
import { deriveUid } from '../../corpus/derive-uid.ts';
import { findRecord } from '../../corpus/model/rows.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { getArticleText } from '../../corpus/repositories/article-repository.ts';
import { resolveArticle } from '../../corpus/repositories/resolve-uid.ts';
import { listDismissals } from '../../corpus/repositories/suggestion-repository.ts';
import { toSpanRecords } from '../annotate-spans.ts';
import { writeStep } from '../write-step.ts';
import { checkNamed, withoutTwins, type NamedSuggestion } from './check-named.ts';

/**
 * Notes that a person wants none of these, as one step; gives how many are new. Its uid follows from person and suggestion, so that
 * two copies know the same dismissal as one. Errors: those of `suggestions:dismiss`.
 */
export function dismissSuggestions(
  corpus: Corpus,
  annotator: string,
  { article: ref, suggestions }: { article: string; suggestions: NamedSuggestion[] },
): number {
  return writeStep(corpus, annotator, 'dismiss suggestions', (step) => {
    const article = resolveArticle(step.db, ref);
    const text = getArticleText(step.db, article);
    let dismissed = 0;
    for (const suggestion of withoutTwins(suggestions)) {
      const label = checkNamed(step.db, article, suggestion);
      const uid = deriveUid('dismissal', annotator, suggestion.id);
      if (findRecord(step.db, 'dismissal', uid)) continue;
      step.insert('dismissal', uid, {
        suggestion: suggestion.id,
        article,
        annotator,
        label: label.uid,
        rule: suggestion.rule,
        spans: toSpanRecords(text, suggestion.spans),
      });
      dismissed += 1;
    }
    return dismissed;
  });
}

/** Proposes again what a person has dismissed, as one step; gives how many there were. Errors: those of `suggestions:restore`. */
export function restoreSuggestions(
  corpus: Corpus,
  annotator: string,
  { article: ref, ids }: { article: string; ids: SuggestionId[] },
): number {
  return writeStep(corpus, annotator, 'restore suggestions', (step) => {
    const article = resolveArticle(step.db, ref);
    const asked = new Set<string>(ids);
    const rows = listDismissals(step.db, article, annotator).filter(({ suggestion }) => asked.has(suggestion));
    for (const { uid } of rows) step.remove('dismissal', uid);
    return rows.length;
  });
}
