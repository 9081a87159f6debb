import { useState } from 'react';
import type { Annotation } from '#shared/domain/annotation';
import type { Input } from '#shared/api/contract';
import { annotationListMessages as words } from '#shared/messages/en/annotation-list';
import { CallError, hasCode } from '../../api/client.ts';
import { useStatus } from '../../api/queries.ts';
import { inTurn, save } from '../../api/save.ts';
import { announce } from '../../ui/announcer.tsx';
import { sayError } from '../../ui/toasts.tsx';

/** More than so many are not removed before it was asked. */
const ASKED_ABOVE = 10;

/** What waits for an answer before annotations are removed. `why`: whose work stands on them, in a sentence. */
type Question = { own: readonly Annotation[]; ofOthers: number; why: string | null };

/** What is done to many annotations at once, each as one step, with what is said of it. */
export function useBulk(onDone: () => void) {
  const person = useStatus()?.annotator ?? null;
  const [running, setRunning] = useState(0);
  const [question, ask] = useState<Question | null>(null);

  /** `work` gives what is said of it; null where it waits for an answer. */
  const run = (annotations: readonly Annotation[], work: () => Promise<string | null>) => {
    setRunning(annotations.length);
    void inTurn(work)
      .then((said) => {
        if (said === null) return;
        announce(said);
        onDone();
      })
      .catch(sayError)
      .finally(() => setRunning(0));
  };
  const toUids = (annotations: readonly Annotation[]) => annotations.map(({ uid }) => uid);
  const change = (
    annotations: readonly Annotation[],
    changes: Input<'annotations:update-many'>['changes'],
    describe: (changed: number, rest: { ofOthers: number; unfit: number }) => string,
  ) =>
    run(annotations, async () => {
      const { changed, ...rest } = await save('annotations:update-many', { annotations: toUids(annotations), changes });
      return describe(changed, rest);
    });

  const removeNow = ({ own, ofOthers, why }: Question) =>
    run(own, async () => {
      try {
        const { removed } = await save('annotations:remove', { annotations: toUids(own), together: why !== null });
        return words.removed(removed, { ofOthers, unfit: 0 });
      } catch (error) {
        if (!(error instanceof CallError) || !hasCode(error, 'annotation-in-use')) throw error;
        ask({ own, ofOthers, why: error.message });
        return null;
      }
    });

  return {
    running,
    question,
    relabel: (annotations: readonly Annotation[], label: string) =>
      change(annotations, { label }, (n, rest) => words.relabelled(n, label, rest)),
    link: (annotations: readonly Annotation[], entity: { uid: string; name: string } | null) =>
      change(annotations, { entity: entity?.uid ?? null }, (n, rest) =>
        entity ? words.linked(n, entity.name, rest) : words.unlinkedMany(n, rest),
      ),
    remove(annotations: readonly Annotation[]) {
      const own = annotations.filter(({ annotator }) => annotator === person);
      const what: Question = { own, ofOthers: annotations.length - own.length, why: null };
      if (own.length === 0) announce(words.onlyOthers);
      else if (own.length > ASKED_ABOVE) ask(what);
      else removeNow(what);
    },
    answer(isYes: boolean) {
      ask(null);
      if (isYes && question) removeNow(question);
    },
  };
}
export type Bulk = ReturnType<typeof useBulk>;
