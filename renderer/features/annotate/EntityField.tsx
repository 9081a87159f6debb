import { useDeferredValue, useId, useRef, useState, type KeyboardEvent } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { Annotation } from '#shared/domain/annotation';
import { isOfPlaces, toPlaceChanges, type FoundPlace } from '#shared/domain/place';
import { entityFieldMessages as words, entityMessages } from '#shared/messages/en/entities';
import { gazetteerMessages, placeRefWords, placeWords } from '#shared/messages/en/gazetteer';
import { queries, useStatus } from '../../api/queries.ts';
import { save } from '../../api/save.ts';
import { usePlaces } from '../../api/use-places.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { useOwedEnter } from '../../ui/use-owed-enter.ts';
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
type Item = { id: string; name: string; aside: string } | { make: string; place?: FoundPlace };

/** Longer words are no name: a whole passage is not offered as one. Unit: UTF-16. */
const LONGEST_NAME = 100;
const isName = (words: string) => words.length <= LONGEST_NAME && !/\n/u.test(words);

/** Places of the gazetteer that a new entity may be. */
const MOST_PLACES = 3;

/** The entity that an annotation means: typing finds one, Enter takes the first; the last offers to make a new one. */
export function EntityField({ annotation, isOff, actions, onDone }: Props) {
  const id = useId();
  const mode = useStatus()?.mode;
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [marked, setMarked] = useState(0);
  const quote = quoteOf(annotation).trim().slice(0, 300);
  const query = (typed ?? quote).trim();
  const sought = useDeferredValue(query);
  const {
    data: found = [],
    isPlaceholderData,
    isPending,
  } = useQuery({
    ...queries.suggestedEntities(sought, annotation.label),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const label = useQuery(queries.codebook()).data?.labels.find(({ name }) => name === annotation.label);
  const kinds = label?.entityKinds ?? [];
  const { places } = usePlaces(query, isOpen && isOfPlaces(kinds));
  const isNew = query !== '' && (typed !== null || isName(query)) && !found.some(({ name }) => name === query);
  const items: Item[] = [
    ...found.map(({ uid, name, kind, count }) => ({
      id: uid,
      name,
      aside: [kind, entityMessages.mentions(count)].filter((part) => part !== null).join(' · '),
    })),
    ...(isNew ? [{ make: query }, ...places.slice(0, MOST_PLACES).map((place) => ({ make: query, place }))] : []),
  ];
  const at = Math.min(marked, items.length - 1);

  const close = () => {
    setOpen(false);
    setTyped(null);
    setMarked(0);
  };
  const isBusy = useRef(false);
  const act = (work: () => Promise<string>) => {
    if (isBusy.current) return; // a second Enter would make a second entity
    isBusy.current = true;
    void work()
      .then((said) => {
        close();
        announce(said);
        onDone();
      })
      .catch(sayError)
      .finally(() => (isBusy.current = false));
  };
  const choose = (item: Item) =>
    act(async () => {
      if ('make' in item) {
        const place = item.place ? toPlaceChanges(item.place, { kind: null, refs: [] }, kinds) : {};
        const entity = { ...place, label: annotation.label, name: item.make, annotations: [annotation.uid] };
        return words.made((await save('entities:create', entity)).name);
      }
      await actions.update(annotation.uid, { entity: item.id });
      return words.linked(quote, item.name);
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

  const isOld = at < 1 && (sought !== query || isPlaceholderData || isPending);
  const owed = useOwedEnter(isOld, () => isOpen && items[at] && choose(items[at]));

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter' && isOpen && (isOld || items[at])) owed.press();
    else if (event.key === 'Escape') {
      close();
      onDone();
    } else if (by !== undefined && items.length > 0) {
      setOpen(true);
      setMarked((at + by + items.length) % items.length);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section className="sec">
      <div className="sec-h">
        <label htmlFor={id}>{words.entity}</label>
        {annotation.entityLink === 'rule' && <span className="end">{words.linkedByRule}</span>}
      </div>
      <div className="row">
        <span className="field grow ent-find">
          <input
            ref={input}
            id={id}
            className="theirs"
            role="combobox"
            dir="auto"
            autoComplete="off"
            maxLength={300}
            data-entity-field
            readOnly={isOff}
            placeholder={isOff ? words.none : words.hint}
            aria-expanded={isOpen}
            aria-controls={`${id}-list`}
            aria-activedescendant={isOpen && at >= 0 ? `${id}-${at}` : undefined}
            value={typed ?? annotation.entity ?? ''}
            onFocus={({ target }) => {
              owed.forget();
              target.select();
              if (!isOff) setOpen(true);
            }}
            onBlur={close}
            onChange={({ target }) => {
              owed.forget();
              setTyped(target.value);
              setMarked(0);
              setOpen(true);
            }}
            onKeyDown={press}
          />
          {isOpen && (
            <ul id={`${id}-list`} className="find-list" role="listbox" aria-label={words.entity}>
              {items.map((item, n) => (
                <li
                  key={'make' in item ? `make ${item.place ? placeRefWords(item.place.ref) : ''}` : item.id}
                  id={`${id}-${n}`}
                  role="option"
                  className={`item ${n === at ? 'is-on' : ''}`}
                  aria-selected={n === at}
                  onMouseDown={(event) => event.preventDefault()} // the line keeps the focus
                  onClick={() => choose(item)}
                >
                  {'make' in item ? (
                    item.place ? (
                      <span className="ent-offer grow">
                        <span className="trunc">{gazetteerMessages.make(item.make, item.place)}</span>
                        <span className="hint trunc">{placeWords(item.place)}</span>
                      </span>
                    ) : (
                      <span className="trunc">{words.make(item.make)}</span>
                    )
                  ) : (
                    <>
                      <bdi className="theirs trunc grow">{item.name}</bdi>
                      <span className="hint">{item.aside}</span>
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
        </span>
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
