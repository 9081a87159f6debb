import { useId, type ReactNode } from 'react';
import { useQuery, useMutation } from '@tanstack/react-query';
import { BookOpen, CloudOff, FilePlus, FolderOpen, Import, Keyboard } from 'lucide-react';
import type { Handle } from '#shared/domain/ids';
import { welcomeMessages as words } from '#shared/messages/en/corpora';
import { useOpenCorpus } from '../../api/open-corpus.ts';
import { queries } from '../../api/queries.ts';
import { useCommandKeys } from '../../ui/command-keys.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { OpenTrouble, type Damaged } from './OpenTrouble.tsx';
import { ProofSheet } from './ProofSheet.tsx';
import '../../styles/corpora.css';

type Props = { onImport(): void; onOpen(): void; onNew(): void; onDamaged(damaged: Damaged): void };

/** What is seen while no corpus is open: what can be done first. */
export function Welcome({ onImport, onOpen, onNew, onDamaged }: Props) {
  const recent = useQuery(queries.recent()).data ?? [];
  const openCorpus = useOpenCorpus();
  const sample = useMutation({ mutationFn: () => openCorpus('corpus:open-sample', {}) });
  const reopen = useMutation({ mutationFn: (handle: Handle) => openCorpus('corpus:open', { handle }) });
  const keys = useCommandKeys();
  const error = sample.error ?? reopen.error;

  return (
    <section className="pane pane-paper first" aria-label={words.region}>
      <div className="pane-scroll">
        <div className="first-in">
          <ProofSheet />
          <div>
            <h1>{words.headline}</h1>
            <p className="soft lead">{words.lead}</p>
            {error && <OpenTrouble error={error} file={reopen.variables} onDamaged={onDamaged} />}
            <div className="dos">
              <Do name={words.import} hint={words.importHint} icon={<Import />} keys={keys.import} onClick={onImport} />
              <Do name={words.open} hint={words.openHint} icon={<FolderOpen />} keys={keys.open} onClick={onOpen} />
              <Do name={words.new} hint={words.newHint} icon={<FilePlus />} onClick={onNew} />
              <Do name={words.sample} hint={words.sampleHint} icon={<BookOpen />} onClick={() => sample.mutate()} />
            </div>
            {recent.length > 0 && (
              <section className="recent" aria-labelledby="recent-corpora">
                <h2 id="recent-corpora" className="label">
                  {words.recent}
                </h2>
                <ul>
                  {recent.slice(0, 6).map(({ handle, name, folder }) => (
                    <li key={`${folder}/${name}`}>
                      <button type="button" className="recent-one" onClick={() => reopen.mutate(handle)}>
                        <bdi className="strong trunc">{name}</bdi>
                        <bdi className="hint trunc">{folder}</bdi>
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <p className="hint firm">
              <CloudOff className="i i-12" aria-hidden="true" />
              <span>{words.offline}</span>
            </p>
            <p className="hint firm">
              <Keyboard className="i i-12" aria-hidden="true" />
              <span>
                {words.keysBefore} <Kbd keys={keys.shortcuts ?? '?'} /> {words.keysAfter}
              </span>
            </p>
          </div>
        </div>
      </div>
    </section>
  );
}

type DoProps = { name: string; hint: string; icon: ReactNode; keys?: string | undefined; onClick(): void };

/** The whole row is the button's, but its name is only what it does. */
function Do({ name, hint, icon, keys, onClick }: DoProps) {
  const id = useId();
  return (
    <div className="do">
      <span className="do-icon" aria-hidden="true">
        {icon}
      </span>
      <span className="grow">
        <button type="button" aria-describedby={id} onClick={onClick}>
          {name}
        </button>
        <span id={id} className="hint">
          {hint}
        </span>
      </span>
      {keys !== undefined && <Kbd keys={keys} />}
    </div>
  );
}
