import { useMemo } from 'react';
import { CloudOff, Package } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import type { Annotation } from '#shared/domain/annotation';
import { appMessages } from '#shared/messages/en/app';
import { handOutViewMessages } from '#shared/messages/en/hand-out-view';
import { suggestionMessages } from '#shared/messages/en/suggestions';
import { hashWords, labelWords, numberWords } from '#shared/messages/en/ui';
import { workMessages } from '#shared/messages/en/work';
import { queries, useStatus } from '../api/queries.ts';
import { useSuggestionList } from '../api/use-suggestion-list.ts';
import type { ReaderSelection } from '../editor/reader-types.ts';
import { Announcer } from '../ui/announcer.tsx';
import { Avatar } from '../ui/Avatar.tsx';

type Props = {
  article: string | null;
  selection: ReaderSelection | null;
  /** Somebody else wants to sit down. */
  onPerson(): void;
};

/** Who works, what stands in the open article, where the caret is, and what the journal comes to. */
export function StatusBar({ article, selection, onPerson }: Props) {
  const status = useStatus();
  const people = useQuery({ ...queries.people(), enabled: status !== null }).data;
  const person = people?.find(({ name }) => name === status?.annotator);
  return (
    <footer className="status" aria-label={appMessages.status}>
      {status ? (
        <button type="button" className="status-person" title={workMessages.switchDialog.menu} onClick={onPerson}>
          {status.annotator !== null && (
            <Avatar name={status.annotator} initials={person?.initials} colour={person?.colour} />
          )}
          <b>{status.annotator === null ? appMessages.nobody : <bdi>{status.annotator}</bdi>}</b>
          <span className="vh">{workMessages.atKeyboard}</span>
        </button>
      ) : (
        <span>{appMessages.noCorpus}</span>
      )}
      {status?.package && (
        <span className="status-package" title={handOutViewMessages.noteHint}>
          <Package className="i i-12" aria-hidden="true" />
          <bdi>{handOutViewMessages.note(status.package)}</bdi>
        </span>
      )}
      {status && article !== null && (
        <span className="status-counts">
          <Counts article={article} />
          <Suggested article={article} />
        </span>
      )}
      <Announcer />
      <span className="end">
        {article !== null && selection && <Where article={article} selection={selection} />}
        {status && (
          <span title={appMessages.journalWhole(status.fingerprint)}>
            {appMessages.journal(hashWords(status.fingerprint, 3))}
          </span>
        )}
        <span>
          <CloudOff className="i i-12" aria-hidden="true" />
          {appMessages.offline}
        </span>
      </span>
    </footer>
  );
}

const none: Annotation[] = [];

function Counts({ article }: { article: string }) {
  const annotations = useQuery(queries.annotations(article)).data?.annotations ?? none;
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  const byLabel = useMemo(() => Map.groupBy(annotations, ({ label }) => label), [annotations]);
  return labels.map(({ uid, name, retired }) => {
    const n = byLabel.get(name)?.length ?? 0;
    if (retired && n === 0) return null;
    return (
      <span key={uid}>
        <b>{numberWords(n)}</b> <span className="trunc">{labelWords(name, n)}</span>
      </span>
    );
  });
}

function Suggested({ article }: { article: string }) {
  const n = useSuggestionList(article).all.length;
  return n > 0 && <span>{suggestionMessages.count(n)}</span>;
}

function Where({ article, selection: { span, caret } }: { article: string; selection: ReaderSelection }) {
  const length = useQuery(queries.article(article)).data?.text.length;
  if (length === undefined) return null;
  if (span) return <span className="wide">{appMessages.characters(span.start, span.end, length)}</span>;
  if (caret !== null) return <span className="wide">{appMessages.caret(caret, length)}</span>;
  return null;
}
