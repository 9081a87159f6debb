import { rulesOffer } from '#shared/messages/en/notices';
import type { PageChoice } from '#shared/domain/import';
import { getArticle, listArticles } from '../../corpus/repositories/article-repository.ts';
import { countByOutlet, findPlace } from '../../corpus/repositories/count-by-outlet.ts';
import { resolveArticle } from '../../corpus/repositories/resolve-uid.ts';
import { editArticle, markArticle } from '../../services/edit-article.ts';
import { importArticles } from '../../services/import-articles.ts';
import { planImport, type ImportRequest } from '../../services/plan-import.ts';
import { countOffered } from '../../services/propagate/count-offered.ts';
import type { Handlers } from '../answer.ts';
import { findPerson } from '../find-person.ts';
import type { Session } from '../session.ts';
import { toSight } from '../sight.ts';

const toRequests = (session: Session, pages: PageChoice[]): ImportRequest[] =>
  pages.map((choice) => ({ ...session.grants.get(choice.handle), choice }));

export const articleHandlers: Pick<
  Handlers,
  | 'articles:list'
  | 'articles:groups'
  | 'articles:place'
  | 'articles:get'
  | 'articles:update'
  | 'articles:mark'
  | 'import:preview'
  | 'import:run'
> = {
  'articles:list': ({ filter, ...page }, { session }) =>
    listArticles(session.getCorpus().read, toSight(session, filter, 'heldFor'), {
      ...page,
      seenBy: findPerson(session),
    }),
  'articles:groups': ({ filter }, { session }) => {
    const groups = countByOutlet(session.getCorpus().read, toSight(session, filter, 'heldFor'));
    return {
      total: groups.reduce((sum, { articles }) => sum + articles, 0),
      groups: groups.map(({ outlet, articles }) => ({ outlet, articles })),
    };
  },
  'articles:place': ({ article, filter }, { session }) => {
    const { read } = session.getCorpus();
    return findPlace(read, resolveArticle(read, article), toSight(session, filter, 'heldFor')) ?? null;
  },
  'articles:get': ({ article }, { session }) => {
    const { read } = session.getCorpus();
    return getArticle(read, resolveArticle(read, article), findPerson(session));
  },
  'articles:update': ({ article, changes }, { session }) =>
    editArticle(session.getCorpus(), session.getAnnotator(), article, changes),
  'articles:mark': ({ article, state }, { session }) =>
    markArticle(session.getCorpus(), session.getAnnotator(), article, state),

  'import:preview': ({ pages, options, list }, { session, job }) =>
    planImport(session.corpus, toRequests(session, pages), options, job, list),
  'import:run': async ({ pages, options, list }, { session, job }) => {
    const corpus = session.getCorpus();
    const report = await importArticles(corpus, session.getAnnotator(), toRequests(session, pages), options, job, {
      isListed: list,
      beforeMany: () => session.backUpBefore(job),
    });
    const fresh = report.articles.filter(({ status }) => status === 'imported').map(({ uid }) => uid);
    const offered = await countOffered(corpus.read, fresh);
    if (offered) session.notify(rulesOffer(offered.places, offered.articles));
    return report;
  },
};
