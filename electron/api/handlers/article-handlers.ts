import type { PageChoice } from '#shared/domain/import';
import { getArticle, listArticles, listOutlets } from '../../corpus/repositories/article-repository.ts';
import { resolveArticle } from '../../corpus/repositories/resolve-uid.ts';
import { editArticle, markArticle } from '../../services/edit-article.ts';
import { importArticles } from '../../services/import-articles.ts';
import { planImport, type PageRequest } from '../../services/plan-import.ts';
import type { Handlers } from '../answer.ts';
import type { Session } from '../session.ts';

const toRequests = (session: Session, pages: PageChoice[]): PageRequest[] =>
  pages.map((choice) => ({ ...session.grants.get(choice.handle), choice }));

export const articleHandlers: Pick<
  Handlers,
  | 'articles:list'
  | 'articles:get'
  | 'articles:update'
  | 'articles:mark'
  | 'outlets:list'
  | 'import:preview'
  | 'import:run'
> = {
  'articles:list': ({ filter, ...page }, { session }) => listArticles(session.getCorpus().read, filter, page),
  'articles:get': ({ article }, { session }) => {
    const { read } = session.getCorpus();
    return getArticle(read, resolveArticle(read, article));
  },
  'articles:update': ({ article, changes }, { session }) =>
    editArticle(session.getCorpus(), session.getAnnotator(), article, changes),
  'articles:mark': ({ article, state }, { session }) =>
    markArticle(session.getCorpus(), session.getAnnotator(), article, state),
  'outlets:list': (_, { session }) => listOutlets(session.getCorpus().read),

  'import:preview': ({ pages, options }, { session, job }) =>
    planImport(session.corpus, toRequests(session, pages), options, job),
  'import:run': ({ pages, options }, { session, job }) =>
    importArticles(session.getCorpus(), session.getAnnotator(), toRequests(session, pages), options, job),
};
