import type { Codebook } from '#shared/domain/codebook';
import { ArticleId } from '#shared/domain/ids';
import { SuggestionId, type Dismissed, type Suggestion } from '#shared/domain/suggestion';
import { bySpan } from '#shared/domain/span';
import { tokenise } from '#shared/text/tokens';
import type { ReadDb } from '../../corpus/connection.ts';
import { isBlind } from '../../corpus/repositories/assignment-repository.ts';
import { findAnnotatorByName } from '../../corpus/repositories/annotator-repository.ts';
import { getCodebook } from '../../corpus/repositories/codebook-repository.ts';
import { resolveArticle } from '../../corpus/repositories/resolve-uid.ts';
import {
  getReadArticle,
  listDismissals,
  listTagged,
  type ReadArticle,
  type TaggedSpan,
} from '../../corpus/repositories/suggestion-repository.ts';
import { openGazetteer } from '../../gazetteer/gazetteer.ts';
import { findClaims } from '../../suggest/claims/find-claims.ts';
import type { Found } from '../../suggest/found.ts';
import { findNames } from '../../suggest/names/find-names.ts';
import { findByRules, listPredicted } from './find-corpus-known.ts';
import { toFinderName, toProposals } from './proposal.ts';
import { listKnownNames, mapNameLabels } from './read-name-knowledge.ts';
import { settleProposals } from './settle-proposals.ts';
import { TakenPlaces } from './taken-places.ts';
import { describeProposals } from './describe-proposals.ts';

/**
 * What is proposed for an article to a person, by name; null: to nobody in particular, so that what anybody tagged is left out.
 *
 * Computed anew each time (docs/decisions/0016-suggestions.md). Errors: article-unknown, uid-ambiguous.
 */
export function listSuggestions(db: ReadDb, ref: string, person: string | null): Suggestion[] {
  const uid = resolveArticle(db, ref);
  const article = { uid, ...getReadArticle(db, uid) };
  const annotator = person === null ? undefined : findAnnotatorByName(db, person)?.uid;
  const isNewcomer = person !== null && annotator === undefined; // who has tagged nothing yet
  const tagged = isNewcomer ? [] : listTagged(db, uid, annotator ?? null);
  const blindTo = annotator !== undefined && isBlind(db, uid, annotator) ? annotator : null;
  const codebook = getCodebook(db);
  const found = findAll(db, article, { codebook, tagged, blindTo });
  const settled = settleProposals(toProposals(codebook, found), {
    labels: codebook.labels,
    tagged,
    dismissed: annotator === undefined ? [] : listDismissals(db, uid, annotator),
  });
  return describeProposals(db, { article: uid, text: article.text, codebook }, settled);
}

type Known = { codebook: Codebook; tagged: readonly TaggedSpan[]; blindTo: string | null };

function findAll(db: ReadDb, article: ReadArticle & { uid: string }, { codebook, tagged, blindTo }: Known): Found[] {
  const { uid, text, date } = article;
  const standing = codebook.labels.filter(({ retired }) => !retired);
  const nameOf = new Map<string, string>(standing.map((label) => [label.uid, toFinderName(label)]));
  const asked = { article: uid, text, tokens: tokenise(text), blindTo };
  const forms = listKnownNames(db, asked, mapNameLabels(standing, toFinderName));
  const names = findNames(article, { forms, places: openGazetteer() });
  return [
    ...findByRules(db, asked, nameOf),
    ...(blindTo === null ? listPredicted(db, uid, standing, nameOf) : []), // tools may have read others' tags
    ...names,
    ...findClaims(article, withTagged(names, tagged, codebook), { published: date }),
  ];
}

/** Names as claims are read by: where the person has said what stands there, that. */
function withTagged(names: readonly Found[], tagged: readonly TaggedSpan[], { labels }: Codebook): Found[] {
  const places = new TakenPlaces(labels);
  const known = new Map(labels.map((label) => [label.uid as string, toFinderName(label)]));
  const said = tagged.map(({ label, start, end, entity }): Found => {
    places.add(label, { start, end });
    const base = {
      label: known.get(label)!,
      spans: [{ start, end }],
      rule: 'tagged',
      reason: {},
      confidence: 1,
    } as const;
    return entity === null ? base : { ...base, entity };
  });
  const uids = new Map(labels.map((label) => [toFinderName(label), label.uid]));
  return [...said, ...names.filter(({ label, spans }) => !places.isTaken(uids.get(label) ?? label, spans))];
}

/** What a person, by name, has dismissed in an article, in reading order. Errors: article-unknown, uid-ambiguous. */
export function listDismissed(db: ReadDb, ref: string, person: string | null): Dismissed[] {
  const article = ArticleId.parse(resolveArticle(db, ref));
  const annotator = person === null ? undefined : findAnnotatorByName(db, person)?.uid;
  if (annotator === undefined) return [];
  const names = new Map(getCodebook(db).labels.map(({ uid, name }) => [uid as string, name]));
  return listDismissals(db, article, annotator)
    .map(({ suggestion, label, rule, spans }) => ({
      id: SuggestionId.parse(suggestion),
      article,
      label: names.get(label)!,
      spans,
      rule,
    }))
    .sort((a, b) => bySpan(a.spans[0]!, b.spans[0]!));
}
