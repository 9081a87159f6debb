import { z } from 'zod';
import { OffsetUnit } from '#shared/domain/dataset';
import type { DatasetArticle } from '../format.ts';
import type { FoundDocument } from '../found.ts';

const Words = z.string().nullish();

/** What our own files say of an article where their format has no place for it. `unit`: what offsets count. */
const ArticleFacts = z.object({
  article: z.uuid(),
  sha256: z.string(),
  unit: OffsetUnit,
  language: Words,
  address: Words,
  byline: Words,
});

/** What is not known is left out. */
export const toFacts = ({ article }: DatasetArticle, unit: OffsetUnit) => ({
  article: article.uid,
  sha256: article.sha256,
  unit,
  ...(article.language !== null && { language: article.language }),
  ...(article.address !== null && { address: article.address }),
  ...(article.byline !== null && { byline: article.byline }),
});

/** Undefined where a file is not ours. */
export function readFacts(
  raw: unknown,
): Pick<FoundDocument, 'uid' | 'sha256' | 'unit' | 'language' | 'address' | 'meta'> | undefined {
  const { data } = ArticleFacts.safeParse(raw);
  return (
    data && {
      uid: data.article,
      sha256: data.sha256,
      unit: data.unit,
      language: data.language ?? null,
      address: data.address ?? null,
      meta: data.byline ? [{ key: 'byline', value: data.byline }] : [],
    }
  );
}
