import { useEffect, useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { Progress } from '#shared/api/contract';
import type { Verification } from '#shared/domain/corpus';
import { verifyMessages } from '#shared/messages/en/app';
import { numberWords } from '#shared/messages/en/ui';
import { hasCode, runJob } from '../api/client.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

/** Checks the open corpus and says in numbers what was looked at and what was found. */
export function VerifyDialog({ onClose }: { onClose(): void }) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const stopping = useRef<AbortController>(null);
  const first = useRef<HTMLButtonElement>(null);
  const verify = useMutation({
    mutationFn(rebuild: boolean) {
      stopping.current = new AbortController();
      setProgress(null);
      return runJob('corpus:verify', { rebuild }, { onProgress: setProgress, signal: stopping.current.signal });
    },
  });
  useEffect(() => () => stopping.current?.abort(), []);
  const { data, error, isPending } = verify;

  return (
    <Dialog
      title={verifyMessages.title}
      initialFocus={first}
      onClose={onClose}
      footer={
        <>
          <span className="hint">{progress && isPending ? progress.what : ''}</span>
          <span className="grow" />
          {isPending ? (
            <Button onClick={() => stopping.current?.abort()}>{verifyMessages.cancel}</Button>
          ) : (
            <>
              <Button onClick={() => verify.mutate(true)}>{verifyMessages.rebuild}</Button>
              <Button ref={first} variant="primary" onClick={() => verify.mutate(false)}>
                {data ? verifyMessages.again : verifyMessages.run}
              </Button>
            </>
          )}
        </>
      }
    >
      <div className="stack form">
        <p className="soft">{verifyMessages.what}</p>
        {isPending && <progress className="bar-progress" max={progress?.total ?? 1} value={progress?.done ?? 0} />}
        {error && !hasCode(error, 'cancelled') && (
          <p className="say say-bad" role="alert">
            {error.message}
          </p>
        )}
        {data && !isPending && <Found verification={data} />}
      </div>
    </Dialog>
  );
}

function Found({
  verification: { ok, checked, rebuilt, problems, notes, fingerprint, contentFingerprint },
}: {
  verification: Verification;
}) {
  return (
    <>
      <p className={ok ? 'say say-ok' : 'say say-bad'} role="status">
        <span className="say-t">{ok ? verifyMessages.sound : verifyMessages.problems(problems.length)}</span>
      </p>
      {rebuilt.length > 0 && <p>{verifyMessages.rebuilt}</p>}
      {[...problems, ...notes].length > 0 && (
        <ul className="plain-list">
          {[...problems, ...notes].map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      <dl className="props props-wide">
        {Object.entries(verifyMessages.checked).map(([what, name]) => [
          <dt key={`${what}-name`}>{name}</dt>,
          <dd key={what} className="tnum">
            {numberWords(checked[what as keyof typeof checked])}
          </dd>,
        ])}
        <dt>{verifyMessages.fingerprint}</dt>
        <dd className="code trunc" title={fingerprint}>
          {fingerprint}
        </dd>
        <dt>{verifyMessages.contentFingerprint}</dt>
        <dd className="code trunc" title={contentFingerprint}>
          {contentFingerprint}
        </dd>
      </dl>
    </>
  );
}
