import { FileText, X } from 'lucide-react';
import type { ImportFormat, PlannedTable } from '#shared/domain/import';
import { ArticleField, type TableChoice } from '#shared/domain/import-table';
import { importMessages } from '#shared/messages/en/import-dialog';
import { tableMessages as words } from '#shared/messages/en/import-table';
import { numberWords } from '#shared/messages/en/ui';
import { findDirection } from '#shared/text/direction';
import { Button } from '../../ui/Button.tsx';
import { EncodingChoice } from './EncodingChoice.tsx';
import { chooseField, type ImportFile } from './page-choices.ts';

type Props = {
  table: PlannedTable;
  file: ImportFile;
  onTable(choice: TableChoice): void;
  onEncoding(encoding: string): void;
  onFormat(format: ImportFormat): void;
  onLeaveOut(): void;
};

/** The first rows of a table, and above each column what of an article it is. */
export function TablePreview({ table, file, onTable, onEncoding, onFormat, onLeaveOut }: Props) {
  const { source, columns, head } = table;
  const isEncodingOpen = table.strayBytes.length > 0 || file.encoding !== undefined;
  return (
    <section className="pane import-page" aria-label={importMessages.preview(source)}>
      <div className="import-page-head">
        <span className="strong">{words.head(table.rows)}</span>
        <span className="muted trunc">{words.format(table.format, table.delimiter)}</span>
        <span className="grow" />
        {isEncodingOpen && <EncodingChoice chosen={table.encoding} suggested={null} onChoose={onEncoding} />}
        <Button
          size="small"
          variant="quiet"
          icon={<FileText className="i i-12" aria-hidden="true" />}
          onClick={() => onFormat('text')}
        >
          {words.asText}
        </Button>
        <Button
          size="small"
          variant="quiet"
          aria-label={importMessages.leaveOut}
          title={importMessages.leaveOut}
          icon={<X className="i i-12" aria-hidden="true" />}
          onClick={onLeaveOut}
        />
      </div>
      <div className="pane-scroll import-table" tabIndex={0} role="group" aria-label={words.firstRows(source)}>
        <table className="table" aria-label={words.firstRows(source)}>
          <thead>
            <tr>
              <th className="num">{words.row}</th>
              {columns.map(({ name, field }) => (
                <th key={name} className={field === null ? 'is-kept' : 'is-field'}>
                  <bdi className="theirs trunc">{name}</bdi>
                  <span className="field">
                    <select
                      aria-label={words.columnIs(name)}
                      value={field ?? ''}
                      onChange={({ target }) =>
                        onTable(chooseField(table, file.table, name, ArticleField.safeParse(target.value).data ?? null))
                      }
                    >
                      <option value="">{words.kept}</option>
                      {ArticleField.options.map((each) => (
                        <option key={each} value={each}>
                          {words.field[each]}
                        </option>
                      ))}
                    </select>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {head.map(({ row, cells }) => (
              <tr key={row}>
                <td className="num muted">{numberWords(row)}</td>
                {cells.map((cell, n) => (
                  <td key={columns[n]!.name} className={columns[n]!.field === 'text' ? 'is-text' : ''}>
                    <p className="theirs" dir={findDirection(cell)}>
                      {cell}
                    </p>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
