import { ExpectedError, type ErrorCode } from '#shared/errors';
import type { Annotation } from '#shared/domain/annotation';
import type { ValuesInput } from '#shared/domain/attribute';
import type { SuggestionId } from '#shared/domain/suggestion';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { getAnnotation } from '../../corpus/repositories/annotation-repository.ts';
import { getCodebook } from '../../corpus/repositories/codebook-repository.ts';
import { resolveArticle } from '../../corpus/repositories/resolve-uid.ts';
import { listTagged } from '../../corpus/repositories/suggestion-repository.ts';
import { makeContent, type Content } from '../annotate-content.ts';
import { getLabelToTag, keepCodebookVersion } from '../codebook.ts';
import { writeStep, type StepWriter } from '../write-step.ts';
import { checkNamed, withoutTwins, type NamedSuggestion } from './check-named.ts';
import { TakenPlaces } from './taken-places.ts';

/** `as`: another label than was proposed. */
export type TakenSuggestion = NamedSuggestion & {
  as?: string | undefined;
  entity?: string | null | undefined;
  attributes: ValuesInput;
};
export type Taken = { annotations: Annotation[]; unfit: SuggestionId[] };

/** Makes annotations of suggestions as one step; gives those that no longer fit beside. Errors: those of `suggestions:take`. */
export function takeSuggestions(
  corpus: Corpus,
  annotator: string,
  { article: ref, suggestions }: { article: string; suggestions: TakenSuggestion[] },
): Taken {
  return writeStep(corpus, annotator, 'take suggestions', (step) => {
    const article = resolveArticle(step.db, ref);
    const places = new TakenPlaces(getCodebook(step.db).labels);
    for (const each of listTagged(step.db, article, annotator)) places.add(each.label, each);
    const taken: Taken = { annotations: [], unfit: [] };
    for (const suggestion of withoutTwins(suggestions)) {
      const { id, rule, spans } = suggestion;
      const content = fit(step, article, suggestion, places);
      if (!content) {
        taken.unfit.push(id);
        continue;
      }
      for (const span of spans) places.add(content.label, span);
      const uid = corpus.environment.newUid();
      step.insert('annotation', uid, {
        article,
        ...content,
        annotator,
        layer: 'own',
        origin: 'suggestion',
        origin_reference: `${id} ${rule}`,
        revises: null,
        codebook_version: keepCodebookVersion(step),
        note: '',
        batch: null,
      });
      taken.annotations.push(getAnnotation(step.db, uid));
    }
    return taken;
  });
}

const ofSpans = new Set<string>(['span-past-end', 'span-splits-character', 'spans-overlap'] satisfies ErrorCode[]);

/** Undefined where something stands there meanwhile, or what it names is gone. Errors: those of `checkNamed` and of spans. */
function fit(step: StepWriter, article: string, named: TakenSuggestion, places: TakenPlaces): Content | undefined {
  const { db } = step;
  checkNamed(db, article, named);
  const { as, label, spans, entity, attributes } = named;
  const given = getLabelToTag(db, as ?? label);
  try {
    const content = makeContent(db, article, { label: given.name, spans, entity, attributes });
    return places.isTaken(given.uid, spans) ? undefined : content;
  } catch (error) {
    if (error instanceof ExpectedError && !ofSpans.has(String(error.code))) return undefined;
    throw error;
  }
}
