import { useRef, useState, type FormEvent } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { nameMessages as words } from '#shared/messages/en/corpora';
import { call, CallError } from '../../api/client.ts';
import { useOpenCorpus } from '../../api/open-corpus.ts';
import { queries, useStatus } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { findOwnCorpus } from './find-own-corpus.ts';

/** The file that stood in the way of a new corpus; undefined for any other failure. */
const findTakenFile = (error: unknown) =>
  error instanceof CallError && error.failure.code === 'corpus-exists'
    ? error.failure.values.file.split(/[\\/]/).at(-1)
    : undefined;

/** Asks for the person's name, the one thing that is asked first, and makes a corpus of that name where none is open. */
export function NameDialog({ onDone }: { onDone(): void }) {
  const settings = useQuery(queries.settings()).data;
  const hasCorpus = useStatus() !== null;
  const openCorpus = useOpenCorpus();
  const [typed, setTyped] = useState<string | null>(null);
  const [otherName, setOtherName] = useState<string | null>(null);
  const name = (typed ?? settings?.name ?? settings?.suggestedName ?? '').trim();
  const corpus = otherName?.trim() ?? name;

  const field = useRef<HTMLInputElement>(null);
  const start = useMutation({
    async mutationFn() {
      await call('settings:set', { name });
      if (!hasCorpus) await openCorpus('corpus:new', { name: corpus });
    },
    onSuccess: onDone,
  });
  const openTaken = useMutation({
    mutationFn: async (file: string) => openCorpus('corpus:open', { handle: await findOwnCorpus(file) }),
    onSuccess: onDone,
  });
  const taken = findTakenFile(start.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name !== '' && corpus !== '') start.mutate();
  };

  return (
    <Dialog title={words.title} size="small" onClose={onDone} initialFocus={field}>
      <form className="stack name-form" onSubmit={submit}>
        <TextField
          ref={field}
          label={words.ask}
          hint={words.hint}
          value={typed ?? name}
          maxLength={100}
          autoComplete="off"
          dir="auto"
          onChange={(event) => setTyped(event.target.value)}
          onFocus={(event) => event.target.select()}
        />
        {start.error && taken === undefined && <Trouble error={start.error} />}
        {openTaken.error && <Trouble error={openTaken.error} />}
        {taken !== undefined && (
          <>
            <Trouble error={start.error}>
              <Button onClick={() => openTaken.mutate(taken)}>{words.openThat(taken)}</Button>
            </Trouble>
            <TextField
              label={words.other}
              value={otherName ?? `${name} 2`}
              maxLength={100}
              autoComplete="off"
              dir="auto"
              onChange={(event) => setOtherName(event.target.value)}
            />
          </>
        )}
        {!hasCorpus && name !== '' && taken === undefined && <p className="hint">{words.makes(corpus)}</p>}
        <div className="row name-foot">
          <Button type="submit" variant="primary" size="large" keys="Enter">
            {words.go}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
