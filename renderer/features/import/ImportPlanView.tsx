import { Plus } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import type { Handle } from '#shared/domain/ids';
import type { ImportFormat, ImportPlan } from '#shared/domain/import';
import { importMessages as words } from '#shared/messages/en/import-dialog';
import { queries, useStatus } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ArticleDetails } from './ArticleDetails.tsx';
import { FileList } from './FileList.tsx';
import { isNew, outletOf, type ImportFile } from './page-choices.ts';
import { PagePreview } from './PagePreview.tsx';
import { RefusedFile } from './RefusedFile.tsx';
import { TableDetails } from './TableDetails.tsx';
import { TablePreview } from './TablePreview.tsx';
import type { ImportFiles } from './use-import-files.ts';

type Place = { handle: Handle; at: number };
type Props = { chosen: ImportFiles; plan: ImportPlan; place: Place | undefined; onPlace(place: Place): void };

/** Files, the page of the one that is chosen with its cuts, and what is known of the article there. */
export function ImportPlanView({ chosen, plan, place, onPlace }: Props) {
  const { files, change, write, leaveOut } = chosen;
  const file = files.find(({ handle }) => handle === place?.handle) ?? files[0]!;
  const { handle } = file;
  const at = place?.handle === handle ? place.at : 0;
  const page = plan.pages.find((each) => each.handle === handle);
  const table = plan.tables.find((each) => each.handle === handle);
  const failure = plan.errors.find((each) => each.handle === handle);
  const known = useQuery({ ...queries.outlets(), enabled: useStatus() !== null }).data ?? [];

  const fileOf = (each: Handle) => files.find((other) => other.handle === each);
  const articles = plan.pages.flatMap((each) => {
    const owner = fileOf(each.handle);
    return owner ? each.articles.filter(isNew).map((article) => ({ file: owner, article })) : [];
  });
  const outlets = new Set([
    ...known.map(({ name }) => name),
    ...articles.map(({ file: owner, article }) => outletOf(article, owner).trim()).filter((name) => name !== ''),
  ]);
  const unknown = articles.filter(({ file: owner, article }) => outletOf(article, owner).trim() === '');

  const setEncoding = (encoding: string) => change(handle, (before) => readAs(before, encoding));
  const setFormat = (format: ImportFormat) =>
    change(handle, ({ handle: own, name, encoding }) => ({
      handle: own,
      name,
      format,
      details: {},
      ...(encoding !== undefined && { encoding }),
    }));
  const setCuts = (cuts: number[] | undefined) =>
    change(handle, ({ cuts: _, ...before }) => (cuts === undefined ? before : { ...before, cuts }));
  const article = page
    ? Math.max(
        0,
        page.articles.findLastIndex(({ start }) => start <= at),
      )
    : 0;
  const goTo = (n: number) => onPlace({ handle, at: firstBlock(page!, n) });

  return (
    <div className="import-panes">
      <section className="pane import-left" aria-label={words.files}>
        <div className="pane-scroll">
          <FileList
            files={files}
            plan={plan}
            refusals={chosen.refusals}
            selected={handle}
            onSelect={(each) => onPlace({ handle: each, at: 0 })}
            onLeaveOut={leaveOut}
          />
        </div>
        <Button
          className="import-more"
          icon={<Plus className="i" aria-hidden="true" />}
          onClick={() => void chosen.choose()}
        >
          {words.dropMore}
        </Button>
      </section>
      {page && (
        <PagePreview
          key={handle}
          page={page}
          file={file}
          at={at}
          onMove={(offset) => onPlace({ handle, at: offset })}
          onCut={setCuts}
          onEncoding={setEncoding}
          onFormat={setFormat}
          onLeaveOut={() => leaveOut(handle)}
        />
      )}
      {page && (
        <ArticleDetails
          page={page}
          file={file}
          at={article}
          outlets={[...outlets].sort((a, b) => a.localeCompare(b))}
          unknownOutlets={unknown.length}
          onMove={goTo}
          onWrite={(details) => write(handle, page.articles[article]!.start, details)}
          onOutletForPage={(outlet) => {
            for (const { start } of page.articles.filter(isNew)) write(handle, start, { outlet });
          }}
          onOutletForUnknown={(outlet) => {
            for (const each of unknown) write(each.file.handle, each.article.start, { outlet });
          }}
        />
      )}
      {table && (
        <>
          <TablePreview
            key={handle}
            table={table}
            file={file}
            onTable={(choice) => change(handle, (before) => ({ ...before, table: choice }))}
            onEncoding={setEncoding}
            onFormat={setFormat}
            onLeaveOut={() => leaveOut(handle)}
          />
          <TableDetails
            table={table}
            file={file}
            outlets={[...outlets].sort((a, b) => a.localeCompare(b))}
            onTable={(choice) => change(handle, (before) => ({ ...before, table: choice }))}
            onOutlet={(outlet) => change(handle, (before) => ({ ...before, outlet }))}
          />
        </>
      )}
      {failure && (
        <RefusedFile
          key={handle}
          failure={failure}
          file={file}
          onEncoding={setEncoding}
          onFormat={setFormat}
          onTextColumn={(text) =>
            change(handle, (before) => ({
              ...before,
              table: { dateOrder: null, ...before.table, map: { ...before.table?.map, text } },
            }))
          }
          onMark={() => change(handle, (before) => ({ ...before, stray: 'mark' }))}
          onLeaveOut={() => leaveOut(handle)}
        />
      )}
    </div>
  );
}

/** In another encoding a page has other places: what was decided by place is dropped. */
const readAs = ({ cuts: _, stray: __, ...file }: ImportFile, encoding: string): ImportFile => ({
  ...file,
  encoding,
  details: {},
});

function firstBlock({ articles }: ImportPlan['pages'][number], n: number): number {
  const { start, blocks } = articles[n]!;
  return start + (blocks[0]?.start ?? 0);
}
