import { Columns2 } from 'lucide-react';
import type { ClaimComparison, ComparedEvent } from '#shared/domain/claim-comparison';
import { claimsWords } from '#shared/messages/en/compare-claims';
import { useStatus } from '../../api/queries.ts';
import { save } from '../../api/save.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { ClaimVersion } from './ClaimVersion.tsx';
import type { LookedPair } from './claim-pair.ts';
import type { ShownWords } from './compare-props.ts';

const words = claimsWords.apart;

type WordKinds = ClaimComparison['wordKinds'];
type Props = {
  event: ComparedEvent;
  wordKinds: WordKinds;
  pair: LookedPair;
  onOpen(shown: ShownWords): void;
  onOpenCard(card: string): void;
  onCompareArticles(a: string, b: string): void;
};

/** Two versions beside each other in their own words, what they put to a person, and what a person says of them. */
export function ClaimsApart({ event, wordKinds, pair, onOpen, onOpenCard, onCompareArticles }: Props) {
  const { one, other, conflicts } = pair;
  const hints = [...new Set(conflicts.map(({ hint }) => hint).filter((hint) => hint !== ''))];
  return (
    <aside className="pane insp" aria-label={words.title} data-region>
      <div className="pane-head">
        <h2>{conflicts.length > 0 ? words.title : other ? words.together : words.one}</h2>
        <span className="grow" />
        {other && (
          <Button
            size="small"
            icon={<Columns2 className="i i-12" aria-hidden="true" />}
            onClick={() => onCompareArticles(one.article, other.article)}
          >
            {words.openBoth}
          </Button>
        )}
      </div>
      <div className="pane-scroll" data-region-start tabIndex={-1}>
        <ClaimVersion version={one} onOpen={onOpen} />
        {other && <ClaimVersion version={other} onOpen={onOpen} />}
        {hints.length > 0 && (
          <section className="sec" aria-label={words.ask}>
            <div className="sec-h">{words.ask}</div>
            <ul className="claims-asks">
              {hints.map((hint) => (
                <li key={hint} dir="auto">
                  {hint}
                </li>
              ))}
            </ul>
          </section>
        )}
        {other && one.claim !== other.claim && (
          <Between one={one.claim} other={other.claim} event={event} wordKinds={wordKinds} />
        )}
        <section className="sec" aria-label={claimsWords.note}>
          <div className="sec-h">
            {claimsWords.note}
            <span className="end">
              <button type="button" className="add" onClick={() => onOpenCard(event.uid)}>
                {claimsWords.openCard}
              </button>
            </span>
          </div>
          {event.note === '' ? <p className="muted">{claimsWords.noNote}</p> : <p dir="auto">{event.note}</p>}
        </section>
      </div>
    </aside>
  );
}

type BetweenProps = { one: string; other: string; event: ComparedEvent; wordKinds: WordKinds };

/** What people say of the two; one’s own word can be changed and taken back here. */
function Between({ one, other, event, wordKinds }: BetweenProps) {
  const me = useStatus()?.annotator ?? null;
  const said = event.relations.filter(
    ({ from, to }) => (from === one && to === other) || (from === other && to === one),
  );
  const own = said.find(({ annotator }) => annotator === me);
  const take = (done: Promise<unknown>, said: string) => void done.then(() => announce(said)).catch(sayError);
  const relate = (name: string) =>
    take(
      own
        ? save('relations:update', { relation: own.uid, changes: { kind: name } })
        : save('relations:create', { from: one, to: other, kind: name }),
      words.related(name),
    );
  const unrelate = () => own && take(save('relations:remove', { relations: [own.uid] }), words.unrelated);
  const items = [
    { name: words.nothingSaid, isOn: own === undefined, run: () => void unrelate() },
    ...wordKinds.map(({ kind, name }) => ({ name, isOn: own?.kind === kind, run: () => relate(name) })),
  ];
  return (
    <section className="sec sec-1" aria-label={words.between}>
      <div className="sec-h">
        {words.between}
        <span className="end">
          <Menu
            isChoice
            trigger={
              <button
                type="button"
                className="pick pick-quiet"
                aria-label={words.betweenNow(own ? words[own.kind] : words.nothingSaid)}
              />
            }
            items={items}
          >
            {own ? words[own.kind] : words.nothingSaid}
          </Menu>
        </span>
      </div>
      <ul className="claims-said hint">
        {said
          .filter((each) => each !== own)
          .map(({ uid, kind, annotator }) => (
            <li key={uid}>{words.says(words[kind], annotator)}</li>
          ))}
      </ul>
    </section>
  );
}
