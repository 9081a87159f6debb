import type { ValuesInput } from '#shared/domain/attribute';
import type { Label } from '#shared/domain/codebook';
import { ExpectedError } from '#shared/errors';
import { createFormFinder, type FormMatching } from '#shared/text/find-forms';
import type { ReadDb } from '../../corpus/connection.ts';
import { listOwnRules, listPredictions } from '../../corpus/repositories/suggestion-repository.ts';
import { resolveEntity } from '../../corpus/repositories/resolve-entity.ts';
import type { Found } from '../../suggest/found.ts';
import { listRuleForms, type RuleForms } from '../propagate/rule-forms.ts';
import type { Asked } from './read-name-knowledge.ts';

/** A person said that all of these are meant; above what is only known from before. */
const CONFIDENCE_OF_RULES = 0.95;
/** Of tools that give no score. */
const CONFIDENCE_OF_TOOLS = 0.5;

type FinderNames = ReadonlyMap<string, string>;

/** What kept rules of propagation find; in an article that is tagged blind only the person's own rules, since others' may be from it. */
export function findByRules(db: ReadDb, asked: Asked, nameOf: FinderNames): Found[] {
  const { article, text, tokens, blindTo } = asked;
  const own = blindTo === null ? null : listOwnRules(db, blindTo);
  const rules = listRuleForms(db, article).filter(({ rule }) => own === null || own.has(rule));
  // rules that look in the same way look together: the text is gone through once for all of them
  const alike = Map.groupBy(rules, ({ wholeWord, matchCase, matchMarks, matchLetters }) =>
    JSON.stringify({ wholeWord, matchCase, matchMarks, matchLetters } satisfies FormMatching),
  );
  return [...alike].flatMap(([how, same]) => {
    const ruleOf = new Map<string, RuleForms>();
    for (const rule of same.toReversed()) for (const { form } of rule.forms) ruleOf.set(form, rule);
    const forms = same.flatMap((rule) => rule.forms);
    return createFormFinder(forms, JSON.parse(how) as FormMatching)(text, tokens).flatMap(
      ({ form, start, end }): Found[] => {
        const { label, entity } = ruleOf.get(form)!;
        const name = nameOf.get(label);
        if (name === undefined) return [];
        return [
          {
            label: name,
            spans: [{ start, end }],
            rule: 'propagation',
            reason: { form },
            confidence: CONFIDENCE_OF_RULES,
            ...(entity !== null && { entity }),
          },
        ];
      },
    );
  });
}

/** What other tools have said of an article. */
export const listPredicted = (db: ReadDb, article: string, labels: readonly Label[], nameOf: FinderNames): Found[] =>
  listPredictions(db, article).flatMap(({ label, tool, score, entity: named, attributes, spans }): Found[] => {
    const name = nameOf.get(label);
    const hasEntities = labels.some(({ uid, entityKinds }) => uid === label && entityKinds.length > 0);
    if (name === undefined) return [];
    const entity = named !== null && hasEntities ? findEntity(db, named, label) : undefined;
    return [
      {
        label: name,
        spans: spans.map(({ start, end }) => ({ start, end })),
        rule: 'prediction',
        reason: { tool, ...(score !== null && { score }) },
        confidence: score ?? CONFIDENCE_OF_TOOLS,
        attributes: JSON.parse(attributes) as ValuesInput,
        ...(entity !== undefined && { entity }),
      },
    ];
  });

/** A name that means nobody, or several, is left out: the person says who is meant. */
function findEntity(db: ReadDb, name: string, label: string): string | undefined {
  try {
    return resolveEntity(db, name, label);
  } catch (error) {
    if (error instanceof ExpectedError) return undefined;
    throw error;
  }
}
