import type { ArticleId } from '#shared/domain/ids';
import { ArticleId as toArticleId } from '#shared/domain/ids';
import { normaliseText } from '#shared/text/normalise';
import { deriveUid } from '../../corpus/derive-uid.ts';
import type { ReadDb } from '../../corpus/connection.ts';
import { sha256Hex } from '../../corpus/journal/hash.ts';
import { getArticleText } from '../../corpus/repositories/article-repository.ts';
import {
  findSeenArticle,
  findStanding,
  listArticlesWithText,
  type MatchedArticle,
} from '../../corpus/repositories/matched-articles.ts';
import type { FoundDocument } from '../../formats/found.ts';

/** A document with its place among those of its file, from 0. */
export type PlacedDocument = { document: FoundDocument; n: number };

/**
 * The article that a document is, or becomes. `text`: as it is kept, `sha256` of it; `isHere` is false where it is to be made.
 * `isRepeat`: an earlier document of the same files is the same article.
 */
export type ArticleOfDocument = {
  isHere: boolean;
  isRepeat?: boolean;
  uid: ArticleId;
  title: string;
  text: string;
  sha256: string;
};

/**
 * Finds the articles of documents one after the other: two with one text are two articles, as far as there are two. Two of one name
 * in two files are what two people made of one article.
 */
export class ArticleMatcher {
  readonly #db: ReadDb;
  readonly #taken = new Set<string>();
  readonly #made = new Map<string, { uid: ArticleId; file: string }>();

  constructor(db: ReadDb) {
    this.#db = db;
  }

  /**
   * The article here that has the uid which the document takes along, or its text; else the one that it becomes. Null where the
   * text is neither in the files nor here. `source` gives the SHA-256 of the document's file.
   */
  match({ document, n }: PlacedDocument, source: () => string): ArticleOfDocument | null {
    const text = document.text === null ? null : normaliseText(document.text).text;
    const sha256 = text === null ? document.sha256 : sha256Hex(text);
    if (sha256 === null || !/^[0-9a-f]{64}$/u.test(sha256)) return null;
    const here = this.#findByUid(document.uid, sha256) ?? this.#findByText(document, sha256);
    if (here) {
      this.#taken.add(here.uid);
      const { uid, title } = here;
      return { isHere: true, uid, title, text: getArticleText(this.#db, uid), sha256 };
    }
    if (text === null) return null;
    const title = document.title ?? document.name;
    const own = this.#toNewUid(document.uid);
    if (own) return { isHere: false, uid: own, title, text, sha256 };
    const key = `${sha256} ${document.name}`;
    const made = this.#made.get(key);
    if (made && made.file !== document.file)
      return { isHere: false, isRepeat: true, uid: made.uid, title, text, sha256 };
    // the text may stand in a file of its own, beside one that is as empty as the next
    const uid = toArticleId.parse(deriveUid('article', source(), 'row', n, n + 1, sha256));
    if (!made) this.#made.set(key, { uid, file: document.file });
    return { isHere: false, uid, title, text, sha256 };
  }

  #findByUid(uid: string | null, sha256: string): MatchedArticle | undefined {
    const found = uid === null ? undefined : findSeenArticle(this.#db, uid);
    return found?.sha256 === sha256 ? found : undefined;
  }

  #findByText({ title, outlet }: FoundDocument, sha256: string): MatchedArticle | undefined {
    const found = listArticlesWithText(this.#db, sha256);
    const free = found.filter(({ uid }) => !this.#taken.has(uid));
    const alike = free.filter((each) => each.title === title && each.outlet === outlet);
    return alike[0] ?? free[0] ?? found[0];
  }

  /** The uid that it takes along, where no other article has it. */
  #toNewUid(uid: string | null): ArticleId | undefined {
    const parsed = toArticleId.safeParse(uid);
    if (!parsed.success || findStanding(this.#db, 'article', parsed.data, null) === 'seen') return undefined;
    return parsed.data;
  }
}
