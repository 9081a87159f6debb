import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { Equal, FileText, Scissors, Table2, TriangleAlert, X } from 'lucide-react';
import type { Handle } from '#shared/domain/ids';
import type { ImportPlan, PlannedTable } from '#shared/domain/import';
import { importMessages as words } from '#shared/messages/en/import-dialog';
import { isNew, type ImportFile } from './page-choices.ts';
import type { Refusal } from './use-import-files.ts';

type Props = {
  files: ImportFile[];
  plan: ImportPlan;
  refusals: Refusal[];
  selected: Handle | undefined;
  onSelect(handle: Handle): void;
  onLeaveOut(handle: Handle): void;
};

/** The files of an import and what each comes to. */
export function FileList({ files, plan, refusals, selected, onSelect, onLeaveOut }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.focus(), []);
  const at = files.findIndex(({ handle }) => handle === selected);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = files.length - 1;
    const to = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[event.key];
    if (to !== undefined) {
      onSelect(files[to]!.handle);
      document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Delete' && selected !== undefined) onLeaveOut(selected);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <div
        ref={list}
        className="list import-files"
        role="listbox"
        aria-label={words.files}
        tabIndex={0}
        aria-activedescendant={at === -1 ? undefined : `${id}-${at}`}
        onKeyDown={onKeyDown}
      >
        {files.map(({ handle, name }, n) => (
          <FileRow
            key={handle}
            id={`${id}-${n}`}
            name={name}
            {...describeFile(handle, plan)}
            isSelected={handle === selected}
            onClick={() => onSelect(handle)}
          />
        ))}
      </div>
      {refusals.map(({ name, message }) => (
        <div key={`${name}: ${message}`} className="import-file is-refused" role="alert">
          <X className="i" aria-hidden="true" />
          <span className="grow">
            <bdi className="trunc import-file-name">{name}</bdi>
            <span className="hint">{message}</span>
          </span>
        </div>
      ))}
    </>
  );
}

type Described = { state: 'table' | 'cut' | 'one' | 'warned' | 'there' | 'refused' | 'reading'; hint: string };

function describeFile(handle: Handle, { pages, tables, errors }: ImportPlan): Described {
  const failure = errors.find((error) => error.handle === handle);
  if (failure) return { state: 'refused', hint: failure.message };
  const table = tables.find((each) => each.handle === handle);
  if (table) return describeTable(table);
  const page = pages.find((each) => each.handle === handle);
  if (!page) return { state: 'reading', hint: words.reading };
  const fresh = page.articles.filter(isNew).length;
  if (fresh === 0) return { state: 'there', hint: words.file.there };
  const state = page.strayBytes.length > 0 || page.replaced > 0 ? 'warned' : page.articles.length > 1 ? 'cut' : 'one';
  const hint = fresh < page.articles.length ? words.file.someThere(page.articles.length) : words.file.articles(fresh);
  return { state, hint };
}

function describeTable({ fresh, there, refused, strayBytes }: PlannedTable): Described {
  if (fresh === 0 && there > 0) return { state: 'there', hint: words.file.there };
  const state = refused > 0 || strayBytes.length > 0 ? 'warned' : 'table';
  return { state, hint: there > 0 ? words.file.someThere(fresh + there) : words.file.articles(fresh) };
}

const icons = {
  table: Table2,
  cut: Scissors,
  one: FileText,
  warned: TriangleAlert,
  there: Equal,
  refused: X,
  reading: FileText,
};

type RowProps = Described & { id: string; name: string; isSelected: boolean; onClick(): void };

function FileRow({ id, name, state, hint, isSelected, onClick }: RowProps) {
  const Icon = icons[state];
  return (
    <div id={id} className={`import-file is-${state}`} role="option" aria-selected={isSelected} onClick={onClick}>
      <Icon className="i" aria-hidden="true" />
      <span className="grow">
        <bdi className="trunc import-file-name" title={name}>
          {name}
        </bdi>
        <span className="hint">{hint}</span>
      </span>
    </div>
  );
}
