import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp, Copy, Equal, TriangleAlert } from 'lucide-react';
import type { PlannedArticle, PlannedPage } from '#shared/domain/import';
import { importMessages as words } from '#shared/messages/en/import-dialog';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ArticleFields } from './ArticleFields.tsx';
import { OutletForAll } from './OutletForAll.tsx';
import { isNew, outletOf, type Details, type ImportFile } from './page-choices.ts';

type Props = {
  page: PlannedPage;
  file: ImportFile;
  /** Counted from 0. */
  at: number;
  outlets: string[];
  /** How many articles of all files would have no outlet. */
  unknownOutlets: number;
  onMove(article: number): void;
  onWrite(details: Details): void;
  onOutletForPage(outlet: string): void;
  onOutletForUnknown(outlet: string): void;
};

/** What is known of one article before it comes in, and where that was found. */
export function ArticleDetails(props: Props) {
  const { page, file, at, onMove } = props;
  const article = page.articles[at]!;
  const name = words.article(at + 1, page.articles.length);
  return (
    <section className="pane import-details" aria-label={name}>
      <div className="pane-head">
        <h2>{name}</h2>
        <span className="grow" />
        <Button
          variant="quiet"
          aria-label={words.previous}
          disabled={at === 0}
          icon={<ChevronUp className="i" aria-hidden="true" />}
          onClick={() => onMove(at - 1)}
        />
        <Button
          variant="quiet"
          aria-label={words.next}
          disabled={at === page.articles.length - 1}
          icon={<ChevronDown className="i" aria-hidden="true" />}
          onClick={() => onMove(at + 1)}
        />
      </div>
      <div className="pane-scroll">
        <Sayings page={page} article={article} />
        {isNew(article) ? (
          <ArticleFields
            key={article.start}
            article={article}
            details={file.details[article.start] ?? {}}
            outlets={props.outlets}
            onWrite={props.onWrite}
          />
        ) : (
          <Known article={article} />
        )}
        <p className="hint import-size">{words.size(article.words, article.blocks.length)}</p>
        {isNew(article) && <OutletForAll {...props} outlet={outletOf(article, file).trim()} />}
      </div>
    </section>
  );
}

function Sayings({ page, article }: { page: PlannedPage; article: PlannedArticle }) {
  const same = useQuery({ ...queries.article(article.sameTextAs ?? ''), enabled: article.sameTextAs !== null }).data;
  return (
    <>
      {page.strayBytes.length > 0 && (
        <div className="say say-warn">
          <TriangleAlert className="i" aria-hidden="true" />
          <p>{words.stray(page.strayBytes.length, page.encoding)}</p>
        </div>
      )}
      {page.replaced > 0 && (
        <div className="say say-warn">
          <TriangleAlert className="i" aria-hidden="true" />
          <p>{words.replaced(page.replaced)}</p>
        </div>
      )}
      {!isNew(article) && (
        <div className="say">
          <Equal className="i" aria-hidden="true" />
          <p>{words.isThere}</p>
        </div>
      )}
      {article.sameTextAs !== null && (
        <div className="say">
          <Copy className="i" aria-hidden="true" />
          <p>
            {words.sameText} <bdi className="theirs">{same?.title ?? article.sameTextAs.slice(0, 8)}</bdi>
          </p>
        </div>
      )}
    </>
  );
}

function Known({ article: { title, outlet, date, byline } }: { article: PlannedArticle }) {
  const { field } = words;
  const pairs = [
    [field.title, title],
    [field.outlet, outlet],
    [field.date, date],
    [field.byline, byline],
  ] as const;
  return (
    <dl className="import-fields">
      {pairs.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="theirs" dir="auto">
              {value}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}
