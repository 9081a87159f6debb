import { useState } from 'react';
import { settleMessages as words } from '#shared/messages/en/settle';
import { momentWords, numberWords } from '#shared/messages/en/ui';
import { Avatar } from '../../../ui/Avatar.tsx';
import type { Pair } from './differences.ts';
import type { Settling } from './use-settling.ts';

type Props = { pair: Pair; settling: Settling; canWrite: boolean };

/** What was said about a difference, and a line to answer in; before it is decided, what is typed goes with the decision. */
export function TalkSection({ pair: { difference }, settling, canWrite }: Props) {
  const { settlement } = difference;
  const [typed, setTyped] = useState('');
  const first = settlement && settlement.comment !== '' ? settlement : null;
  const said = settlement?.comments ?? [];
  const answer = async () => {
    const text = typed.trim();
    if (text === '') return;
    setTyped(''); // a second Enter says nothing twice
    if (!(await settling.comment(text))) setTyped((now) => (now === '' ? text : now));
  };
  return (
    <section className="sec">
      <div className="sec-h">
        <h3>{words.talk}</h3>
        <span className="end tnum">{numberWords(said.length + (first ? 1 : 0))}</span>
      </div>
      <ul className="settle-talk">
        {first && <Saying name={first.by} text={first.comment} at={first.at} />}
        {said.map((each) => (
          <Saying key={each.at + each.annotator + each.text} name={each.annotator} text={each.text} at={each.at} />
        ))}
      </ul>
      <span className="field settle-answer">
        <input
          dir="auto"
          autoComplete="off"
          aria-label={words.answer}
          placeholder={words.answerHint[settlement ? 'decided' : 'open']}
          maxLength={10_000}
          readOnly={!canWrite}
          value={settlement ? typed : settling.draft.comment}
          onChange={({ target }) => (settlement ? setTyped(target.value) : settling.change({ comment: target.value }))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            if (settlement) void answer();
            else event.currentTarget.blur(); // the next key decides
          }}
        />
      </span>
    </section>
  );
}

const Saying = ({ name, text, at }: { name: string; text: string; at: string }) => (
  <li>
    <Avatar name={name} />
    <p>
      <span className="vh">{words.whoSays(name)} </span>
      <bdi>{text}</bdi>{' '}
      <time className="hint" dateTime={at}>
        {momentWords(at)}
      </time>
    </p>
  </li>
);
