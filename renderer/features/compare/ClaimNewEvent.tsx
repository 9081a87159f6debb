import { useState, type FormEvent } from 'react';
import { BookOpenText, Check } from 'lucide-react';
import type { Compared, SideName } from '#shared/domain/comparison';
import type { MentionLine } from '#shared/domain/mention-line';
import { claimsWords } from '#shared/messages/en/compare-claims';
import { dateWords, shortQuote } from '#shared/messages/en/ui';
import { save } from '../../api/save.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { useDebounced } from '../../ui/use-debounced.ts';
import type { ShownWords } from './compare-props.ts';
import { SideMark } from './SideMark.tsx';
import { useComparison } from './use-comparison.ts';

const words = claimsWords.newEvent;
const SIDES = ['a', 'b'] as const satisfies readonly SideName[];
/** The newest of a side; words find the others. */
const SHOWN = 100;
const TYPED_MS = 200;

type Props = {
  compared: Compared;
  onOpen(shown: ShownWords): void;
  /** The card that was made, by uid. */
  onMade(card: string): void;
};

/** Claims of the two sides that stand on no card: a person makes an event out of some of them. */
export function ClaimNewEvent({ compared, onOpen, onMade }: Props) {
  const [typed, setTyped] = useState('');
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<readonly MentionLine[]>([]);
  const [isSaving, setSaving] = useState(false);
  const sought = useDebounced(typed, TYPED_MS);
  const suggested = chosen[0] ? shortQuote(chosen[0].match) : '';
  const turn = (line: MentionLine) => {
    const others = chosen.filter(({ annotation }) => annotation !== line.annotation);
    setChosen(others.length < chosen.length ? others : [...chosen, line]);
  };
  const make = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.length === 0 || isSaving) return;
    const named = title.trim() || suggested;
    const [first] = chosen.flatMap(({ date }) => date ?? []).sort();
    setSaving(true);
    save('clusters:create', {
      title: named,
      date: first ?? null,
      claims: chosen.map(({ annotation }) => annotation),
    })
      .then(({ uid }) => {
        announce(words.made(named));
        onMade(uid);
      })
      .catch(sayError)
      .finally(() => setSaving(false));
  };
  return (
    <section className="pane pane-paper claims-new" aria-label={words.title} data-region>
      <div className="pane-scroll" data-region-start tabIndex={-1}>
        <header className="claims-head">
          <h1>{words.title}</h1>
          <p className="soft">{words.hint}</p>
          <TextField
            label={words.find}
            dir="auto"
            maxLength={500}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </header>
        <div className="claims-new-sides">
          {SIDES.map((side) => (
            <Unlinked
              key={side}
              side={side}
              compared={compared}
              sought={sought}
              isChosen={(line) => chosen.some(({ annotation }) => annotation === line.annotation)}
              onTurn={turn}
              onOpen={onOpen}
            />
          ))}
        </div>
      </div>
      <form className="claims-new-foot" onSubmit={make}>
        <TextField
          label={words.name}
          dir="auto"
          maxLength={300}
          placeholder={suggested}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
        <Button type="submit" variant="primary" disabled={chosen.length === 0 || isSaving}>
          {words.make(chosen.length)}
        </Button>
      </form>
    </section>
  );
}

type UnlinkedProps = Pick<Props, 'compared' | 'onOpen'> & {
  side: SideName;
  sought: string;
  isChosen(line: MentionLine): boolean;
  onTurn(line: MentionLine): void;
};

function Unlinked({ side, compared, sought, isChosen, onTurn, onOpen }: UnlinkedProps) {
  const { data, error, isLooking } = useComparison('compare:lines', {
    ...compared,
    ...{ of: 'mentions', side, unlinked: sought, limit: SHOWN, context: 0 },
  });
  return (
    <section aria-label={words.ofSide(side)} aria-busy={isLooking}>
      <p className="claims-new-head hint tnum">
        <SideMark side={side} />
        {error ? <span role="alert">{error.message}</span> : data && words.found(data.lines.length, data.total)}
      </p>
      <ul>
        {data?.lines.map((line) => (
          <li key={line.annotation} className="claims-new-claim">
            <label className={`check ${isChosen(line) ? 'is-on' : ''}`}>
              <input type="checkbox" className="check-input" checked={isChosen(line)} onChange={() => onTurn(line)} />
              <span className="box">
                <Check className="i" aria-hidden="true" />
              </span>
              <span className="says" dir="auto">
                {line.match}
              </span>
            </label>
            <p className="hint tnum">
              <bdi>{line.outlet ?? claimsWords.unknownOutlet}</bdi>,{' '}
              {line.date === null ? claimsWords.noDate : dateWords(line.date)}
              <Button
                size="small"
                variant="quiet"
                icon={<BookOpenText className="i i-12" aria-hidden="true" />}
                aria-label={words.openInText(shortQuote(line.match))}
                onClick={() => onOpen({ article: line.article, annotation: line.annotation, start: line.start })}
              />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
