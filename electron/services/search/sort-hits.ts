import type { SearchHit } from '#shared/domain/search';
import { tokenise } from '#shared/text/tokens';

/** So many words of the context decide. */
const WORDS = 5;

const collator = new Intl.Collator(undefined, { numeric: true });

/** Hits by the words before them, the nearest first, or by those after them; hits with the same stay in their order. */
export function sortHits<Hit extends SearchHit>(hits: Hit[], side: 'left' | 'right'): Hit[] {
  const keyed = hits.map((hit) => {
    const words = tokenise(hit[side]).map(({ token }) => token);
    const nearest = side === 'left' ? words.slice(-WORDS).reverse() : words.slice(0, WORDS);
    return { hit, key: nearest.join(' ') };
  });
  return keyed.sort((a, b) => collator.compare(a.key, b.key)).map(({ hit }) => hit);
}
