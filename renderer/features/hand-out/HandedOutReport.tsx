import type { HandedOut } from '#shared/domain/hand-out';
import { handOutViewMessages as words } from '#shared/messages/en/hand-out-view';
import { keepingMessages } from '#shared/messages/en/keeping';

/** What was written, and what is not in it. */
export function HandedOutReport({ made }: { made: HandedOut }) {
  return (
    <div className="stack hand-out">
      <p className="say say-ok" role="status">
        {words.written(made)}
      </p>
      <p>{made.outside > 0 ? words.outside(made.outside) : words.whole}</p>
      <p className="soft">{words.writtenHint}</p>
      <dl className="facts">
        <dt>{words.size}</dt>
        <dd className="tnum">{keepingMessages.size(made.sizeBytes)}</dd>
        <dt>{words.journal}</dt>
        <dd className="mono">{made.fingerprint}</dd>
      </dl>
    </div>
  );
}
