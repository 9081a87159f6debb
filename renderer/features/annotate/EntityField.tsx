import { useId, useRef, useState } from 'react';
import { X } from 'lucide-react';
import type { Annotation } from '#shared/domain/annotation';
import { entityFieldMessages as words } from '#shared/messages/en/entities';
import { useStatus } from '../../api/queries.ts';
import { save } from '../../api/save.ts';
import { useOfferedEntities } from '../../api/use-offered-entities.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { closedFind, FindField } from '../../ui/FindField.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { quoteOf } from './use-annotations.ts';
import type { TaggingActions } from './use-tagging.ts';
import '../../styles/entities.css';

type Props = {
  annotation: Annotation;
  /** It is another's: only a link by rule can be confirmed. */
  isOff: boolean;
  actions: TaggingActions;
  /** What was begun here is done, or was given up. */
  onDone(): void;
};

/** Longer words are no name: a whole passage is not offered as one. Unit: UTF-16. */
const LONGEST_NAME = 100;
const isName = (words: string) => words.length <= LONGEST_NAME && !/\n/u.test(words);

/** The entity that an annotation means: typing finds one, Enter takes the first; the last offers to make a new one. */
export function EntityField({ annotation, isOff, actions, onDone }: Props) {
  const id = useId();
  const mode = useStatus()?.mode;
  const [find, setFind] = useState(closedFind);
  const quote = quoteOf(annotation).trim().slice(0, 300);
  const query = (find.typed ?? quote).trim();
  const offered = useOfferedEntities({
    query,
    label: annotation.label,
    isOn: find.isOpen,
    mayMake: find.typed !== null || isName(query),
  });

  const isBusy = useRef(false);
  const act = (work: () => Promise<string>) => {
    if (isBusy.current) return; // a second Enter would make a second entity
    isBusy.current = true;
    void work()
      .then((said) => {
        setFind(closedFind);
        announce(said);
        onDone();
      })
      .catch(sayError)
      .finally(() => (isBusy.current = false));
  };
  const choose = (item: string) =>
    act(async () => {
      const chosen = offered.find(item)!;
      if ('make' in chosen) {
        const entity = { ...chosen.make, label: annotation.label, annotations: [annotation.uid] };
        return words.made((await save('entities:create', entity)).name);
      }
      await actions.update(annotation.uid, { entity: chosen.entity.uid });
      return words.linked(quote, chosen.entity.name);
    });
  const takeAway = () =>
    act(async () => {
      await actions.update(annotation.uid, { entity: null });
      return words.unlinked(quote);
    });
  const confirm = () =>
    void save('entities:confirm', { annotations: [annotation.uid] })
      .then(() => announce(words.confirmed(annotation.entity ?? '')))
      .catch(sayError);

  return (
    <section className="sec">
      <div className="sec-h">
        <label htmlFor={id}>{words.entity}</label>
        {annotation.entityLink === 'rule' && <span className="end">{words.linkedByRule}</span>}
      </div>
      <div className="row">
        <FindField
          id={id}
          name={words.entity}
          value={annotation.entity ?? ''}
          placeholder={isOff ? words.none : words.hint}
          find={find}
          items={offered.items}
          isOld={offered.isOld}
          isOff={isOff}
          opensAtOnce
          onFind={setFind}
          onChoose={choose}
          onEscape={onDone}
        />
        {annotation.entityLink === 'rule' && (
          <Button size="small" disabled={mode !== 'write'} onClick={confirm}>
            {words.confirm}
          </Button>
        )}
        {annotation.entity !== null && !isOff && (
          <Button
            size="small"
            variant="quiet"
            aria-label={words.takeAway}
            title={words.takeAway}
            icon={<X className="i i-12" aria-hidden="true" />}
            onClick={takeAway}
          />
        )}
      </div>
    </section>
  );
}
