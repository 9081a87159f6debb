import { useMemo, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Compared } from '#shared/domain/comparison';
import type { EntityNaming } from '#shared/domain/naming';
import { namingMessages as words, namingSentence } from '#shared/messages/en/compare-naming';
import { numberWords } from '#shared/messages/en/ui';
import { drawNaming } from '#shared/pictures/naming';
import { toFormsTable } from '#shared/tables/naming';
import { letterOf } from '#shared/text/label-letter';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Sign } from '../../ui/Sign.tsx';
import type { ShownWords } from './compare-props.ts';
import { ComparisonPicture } from './ComparisonPicture.tsx';
import { ComparisonTable } from './ComparisonTable.tsx';
import type { NamingCell } from './naming-cell.ts';
import { NamingForms } from './NamingForms.tsx';
import { NamingLines } from './NamingLines.tsx';
import { SideMark } from './SideMark.tsx';

type Props = {
  compared: Compared;
  naming: EntityNaming;
  cell: NamingCell | null;
  onCell(cell: NamingCell | null): void;
  onOpen(shown: ShownWords): void;
};

/** What either side calls one entity: a sentence, every form, and behind each number its lines. */
export function NamingEntity({ compared, naming, cell, onCell, onOpen }: Props) {
  const section = useRef<HTMLElement>(null);
  const close = () => {
    section.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus(); // where the person came from
    onCell(null);
  };
  const isThere = cell !== null && (cell.form === null || naming.forms?.some(({ form }) => form === cell.form));
  return (
    <section ref={section} className="pane pane-paper naming-entity" aria-label={naming.name} data-region>
      <div className="pane-scroll" data-region-start tabIndex={-1}>
        <Head naming={naming} />
        <NamingForms naming={naming} open={isThere ? cell : null} onOpen={onCell} />
        <AsPicture naming={naming} />
      </div>
      {isThere && (
        <NamingLines
          key={JSON.stringify(cell)}
          compared={compared}
          entity={naming.uid}
          cell={cell}
          onOpen={onOpen}
          onClose={close}
        />
      )}
    </section>
  );
}

/** The bars as a picture that can be kept, and all figures behind it. */
function AsPicture({ naming }: { naming: EntityNaming }) {
  const [isShown, setShown] = useState(false);
  const draw = useMemo(() => drawNaming(naming), [naming]);
  if (naming.forms?.length === 0) return null;
  return (
    <div className="naming-picture">
      <Button size="small" variant="quiet" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {isShown ? words.picture.hide : words.picture.show}
      </Button>
      {isShown && (
        <ComparisonPicture
          name={words.picture.title(naming.name)}
          draw={draw}
          table={<ComparisonTable table={toFormsTable(naming)} />}
        />
      )}
    </div>
  );
}

function Head({ naming }: { naming: EntityNaming }) {
  const known = (useQuery(queries.codebook()).data?.labels ?? []).find(({ name }) => name === naming.label);
  return (
    <header className="naming-head">
      <div>
        <h1>
          {known && <Sign letter={letterOf(known)} colour={known.colour} line={known.line} />}
          <span className="vh">{naming.label}: </span>
          <bdi className="theirs">{naming.name}</bdi>
        </h1>
        <p className="soft">
          {namingSentence(naming).map((part, n) =>
            typeof part === 'string' ? (
              part
            ) : 'side' in part ? (
              <SideMark key={n} side={part.side} />
            ) : (
              <b key={n} className="theirs">
                <bdi>{part.theirs}</bdi>
              </b>
            ),
          )}
        </p>
      </div>
      <Facts naming={naming} />
    </header>
  );
}

function Facts({ naming: { a, b, g2, overlap, unspoken } }: { naming: EntityNaming }) {
  const why = unspoken === null ? undefined : words.undefinedWhy(unspoken);
  const share = (value: number | null) => (value === null ? words.none : words.percent(value));
  return (
    <dl className="naming-facts tnum">
      <Fact name={words.facts.mentions} values={[numberWords(a.mentions), numberWords(b.mentions)]} />
      <Fact name={words.facts.own} values={[numberWords(a.own), numberWords(b.own)]} />
      <Fact name={words.facts.overlap} values={[share(overlap)]} hint={why ?? words.overlapHint} />
      <Fact name={words.facts.g2} values={[g2 === null ? words.none : words.figure(g2)]} hint={why} />
      <Fact name={words.facts.loaded} values={[share(a.loadedShare), share(b.loadedShare)]} hint={why} />
    </dl>
  );
}

/** One number, or one of each side. */
function Fact({ name, values: [a, b], hint }: { name: string; values: [string, string?]; hint?: string | undefined }) {
  return (
    <div title={hint}>
      <dt>{name}</dt>
      <dd>
        {a}
        {b !== undefined && (
          <>
            {' '}
            <i>|</i> {b}
          </>
        )}
      </dd>
    </div>
  );
}
