import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, ArrowLeftRight, ArrowRight, Ellipsis, Plus } from 'lucide-react';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import type { Relation, RelationEnd } from '#shared/domain/relation';
import { outsideMessages } from '#shared/messages/en/outside';
import { relationMessages } from '#shared/messages/en/relations';
import { letterOf } from '#shared/text/label-letter';
import { queries, useStatus } from '../../api/queries.ts';
import { save } from '../../api/save.ts';
import { useOutside } from '../../api/use-outside.ts';
import { announce } from '../../ui/announcer.tsx';
import { useCommandKeys } from '../../ui/command-keys.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { sayError } from '../../ui/toasts.tsx';
import type { Shown } from './annotate-props.ts';
import { RelationDialog } from './RelationDialog.tsx';
import { quoteOf } from './use-annotations.ts';

type Props = {
  annotation: Annotation;
  labels: Label[];
  onStart(): void;
  /** Goes to the other end, here or in another article. */
  onShow(shown: Shown): void;
};

/** The relations of an annotation in both directions; one's own can be changed and removed here. */
export function RelationsSection({ annotation, labels, onStart, onShow }: Props) {
  const relations = useQuery(queries.relations(annotation.uid)).data?.relations ?? [];
  const outside = useOutside([annotation.uid]).get(annotation.uid)?.relations ?? 0;
  const keys = useCommandKeys();
  const [edited, setEdited] = useState<Relation | null>(null);
  return (
    <section className="sec" aria-label={relationMessages.section}>
      <div className="sec-h">
        <h3>{relationMessages.section}</h3>
        <span className="end">
          <button
            type="button"
            className="add"
            aria-label={relationMessages.startFrom(quoteOf(annotation))}
            onClick={onStart}
          >
            <Plus className="i i-12" aria-hidden="true" />
            {relationMessages.start}
          </button>
          {keys.relate !== undefined && <Kbd keys={keys.relate} />}
        </span>
      </div>
      {relations.length === 0 && outside === 0 && <p className="hint">{relationMessages.none}</p>}
      <ul className="rels">
        {relations.map((relation) => (
          <RelationRow
            key={relation.uid}
            relation={relation}
            annotation={annotation}
            labels={labels}
            onShow={onShow}
            onEdit={() => setEdited(relation)}
          />
        ))}
      </ul>
      {outside > 0 && (
        <p className="hint" title={outsideMessages.kept}>
          {outsideMessages.relations(outside)}
        </p>
      )}
      {edited && (
        <RelationDialog
          from={toDialogEnd(edited.from)}
          to={toDialogEnd(edited.to)}
          relation={edited}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
}

const toDialogEnd = ({ annotation, label, quote }: RelationEnd) => ({
  uid: annotation ?? '',
  label: label ?? '',
  quote,
});

type RowProps = {
  relation: Relation;
  annotation: Annotation;
  labels: Label[];
  onShow(shown: Shown): void;
  onEdit(): void;
};

function RelationRow({ relation, annotation, labels, onShow, onEdit }: RowProps) {
  const isMine = relation.annotator === useStatus()?.annotator;
  const isOut = relation.from.annotation === annotation.uid;
  const { kind, isSymmetric, note, isComputed } = relation;
  const other = isOut ? relation.to : relation.from;
  const direction = isOut || isSymmetric ? relationMessages.to : relationMessages.from;
  const Direction = isSymmetric ? ArrowLeftRight : isOut ? ArrowRight : ArrowLeft;
  const label = labels.find(({ name }) => name === other.label);
  const where = other.article === annotation.article ? relationMessages.here : (other.outlet ?? other.title);
  const remove = () =>
    void save('relations:remove', { relations: [relation.uid] })
      .then(() => announce(relationMessages.removed(kind)))
      .catch(sayError);
  const words = (
    <>
      <span className="hint">
        {kind}
        <Direction className="i i-12" aria-hidden="true" />
      </span>
      {label && <Sign letter={letterOf(label)} colour={label.colour} line={label.line} />}
      <bdi className="trunc theirs">{other.quote}</bdi>
      {where !== null && <bdi className="hint trunc">{where}</bdi>}
    </>
  );
  return (
    <li title={isComputed ? relationMessages.inClaim : undefined}>
      {other.annotation === null ? (
        <span className="rel-row">{words}</span>
      ) : (
        <button
          type="button"
          className="rel-row"
          aria-label={relationMessages.open(kind, direction, other.quote)}
          onClick={() => onShow({ article: other.article!, annotation: other.annotation, start: other.start ?? 0 })}
        >
          {words}
        </button>
      )}
      {isMine && !isComputed && (
        <Menu
          trigger={
            <button
              type="button"
              className="btn btn-quiet btn-icon btn-sm"
              aria-label={relationMessages.more(kind, other.quote)}
            />
          }
          items={[
            { name: relationMessages.edit, run: onEdit },
            { name: relationMessages.remove, run: remove },
          ]}
        >
          <Ellipsis className="i i-12" aria-hidden="true" />
        </Menu>
      )}
      {note !== '' && (
        <p className="rel-note soft" dir="auto">
          {note}
        </p>
      )}
    </li>
  );
}
