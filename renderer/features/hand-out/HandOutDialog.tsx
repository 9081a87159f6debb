import { useId, useRef, useState, type ReactNode } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Handle } from '#shared/domain/ids';
import { handOutViewMessages as words } from '#shared/messages/en/hand-out-view';
import { uiMessages } from '#shared/messages/en/ui';
import { hasCode } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { useDebounced } from '../../ui/use-debounced.ts';
import { startChoice } from './hand-out-choice.ts';
import { HandedOutReport } from './HandedOutReport.tsx';
import { HandOutArticles } from './HandOutArticles.tsx';
import { useHandOut } from './use-hand-out.ts';
import '../../styles/hand-out.css';

/** Longest name of a file, and of a person. */
const MOST_LETTERS = 100;
/** So long after the last change articles are counted. */
const SETTLED_MS = 200;

type FolderChoice = { title: string; takeWords: string; onFolder(folder: Handle): void; onClose(): void };
type Props = {
  /** Title of the open corpus. */
  corpus: string;
  /** Shows the folders of this computer. */
  chooseFolder(choice: FolderChoice): ReactNode;
  onClose(): void;
};

/** Makes a package of articles for somebody: for whom, which, blind or not, and where it goes. */
export function HandOutDialog({ corpus, chooseFolder, onClose }: Props) {
  const id = useId();
  const [choice, setChoice] = useState(startChoice);
  const [isChoosing, setChoosing] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const door = useQuery(queries.door()).data;
  const people = useQuery(queries.people()).data ?? [];
  const asked = useDebounced(choice.filter, SETTLED_MS);
  const meant = useQuery({ ...queries.articlesOf(asked, 1), placeholderData: keepPreviousData });
  const { write, progress, cancel } = useHandOut();
  const change = (changes: Partial<typeof choice>) => {
    write.reset();
    setChoice((before) => ({ ...before, ...changes }));
  };

  const person = choice.person.trim();
  const name = (choice.name ?? words.suggested(corpus, person)).slice(0, MOST_LETTERS).trim();
  const count = meant.error ? undefined : meant.data?.total;
  const isKnown = asked === choice.filter && !meant.isFetching && count !== undefined;
  const canWrite = person !== '' && name !== '' && isKnown && count > 0 && door !== undefined && !write.isPending;
  const start = () => canWrite && write.mutate({ choice, name, isDesktop: door.kind === 'desktop' });
  const error = write.error ?? meant.error;

  if (isChoosing)
    return chooseFolder({
      title: words.chooseFolder,
      takeWords: words.chooseThis,
      onFolder: (folder) => change({ folder }),
      onClose: () => setChoosing(false),
    });
  if (write.data)
    return (
      <Dialog
        title={words.title}
        onClose={onClose}
        footer={
          <>
            <span className="grow" />
            <Button onClick={() => change({ person: '', name: null })}>{words.another}</Button>
            <Button variant="primary" autoFocus onClick={onClose}>
              {words.close}
            </Button>
          </>
        }
      >
        <HandedOutReport made={write.data} />
      </Dialog>
    );
  return (
    <Dialog
      title={words.title}
      initialFocus={first}
      onClose={onClose}
      footer={
        write.isPending ? (
          <JobProgress label={words.working} progress={progress} onCancel={cancel} takesFocus />
        ) : (
          <>
            <span className="grow" />
            <Button onClick={onClose}>{uiMessages.cancel}</Button>
            <Button variant="primary" autoFocus={write.isError} disabled={!canWrite} onClick={start}>
              {isKnown ? words.startOf(count) : words.start}
            </Button>
          </>
        )
      }
    >
      <div className="hand-out">
        <p className="soft">{words.what}</p>
        <TextField
          ref={first}
          label={words.person}
          hint={words.personHint}
          value={choice.person}
          maxLength={MOST_LETTERS}
          autoComplete="off"
          dir="auto"
          list={`${id}-people`}
          onChange={({ target }) => change({ person: target.value })}
        />
        <datalist id={`${id}-people`}>
          {people.map((each) => (
            <option key={each.name} value={each.name} />
          ))}
        </datalist>
        <HandOutArticles filter={choice.filter} count={count} onChoose={(filter) => change({ filter })} />
        <div className="stack">
          <CheckBox isOn={choice.isBlind} onToggle={() => change({ isBlind: !choice.isBlind })}>
            {words.blind}
          </CheckBox>
          <p className="hint hand-out-under">{choice.isBlind ? words.blindHint : words.openHint}</p>
        </div>
        {door?.kind === 'browser' && (
          <div className="stack">
            <TextField
              label={words.name}
              value={choice.name ?? words.suggested(corpus, person)}
              maxLength={MOST_LETTERS}
              autoComplete="off"
              dir="auto"
              onChange={({ target }) => change({ name: target.value })}
            />
            <div className="row">
              <span className="hint grow">{choice.folder === null ? words.own : words.folderChosen}</span>
              <Button size="small" onClick={() => setChoosing(true)}>
                {words.otherFolder}
              </Button>
            </div>
          </div>
        )}
        {error && !hasCode(error, 'cancelled') && <Trouble error={error} />}
      </div>
    </Dialog>
  );
}
