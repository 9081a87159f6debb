import type { Label } from '#shared/domain/codebook';
import type { Relation, RelationEnd } from '#shared/domain/relation';
import { decisionsMessages as words } from '#shared/messages/en/decisions';
import { TagSign } from '../settle/TagSign.tsx';

type Props = {
  relation: Relation;
  labels: readonly Label[];
  /** The article that is named above already, by uid. */
  article: string;
};

/** A relation in full: its kind and both of its ends. */
export function RelationFacts({ relation: { kind, from, to, note }, labels, article }: Props) {
  return (
    <dl className="settle-facts">
      <dt>{words.facts.kind}</dt>
      <dd>
        <bdi>{kind}</bdi>
      </dd>
      <dt>{words.facts.from}</dt>
      <EndWords end={from} labels={labels} article={article} />
      <dt>{words.facts.to}</dt>
      <EndWords end={to} labels={labels} article={article} />
      {note !== '' && (
        <>
          <dt>{words.facts.note}</dt>
          <dd dir="auto">{note}</dd>
        </>
      )}
    </dl>
  );
}

const EndWords = ({ end, labels, article }: { end: RelationEnd } & Omit<Props, 'relation'>) => (
  <dd>
    {end.label !== null && (
      <>
        <TagSign label={end.label} labels={labels} /> <span className="vh">{end.label}: </span>
      </>
    )}
    <bdi className="theirs">{end.quote}</bdi>
    {end.title !== null && end.article !== article && (
      <span className="hint">
        {' '}
        {words.facts.in} <bdi>{end.title}</bdi>
      </span>
    )}
  </dd>
);
