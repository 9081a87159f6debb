import { listCardMembers, listCardsInOrder } from '../../corpus/repositories/compared-things.ts';
import { createPacer } from '../job.ts';
import type { Sides } from './comparison.ts';

const MEMBERS_A_SLICE = 5000;

/** The cards that claims are on, by ids of rows; of one claim in order of their uids. Errors: cancelled. */
export async function mapCardsOfClaims({ db, job }: Pick<Sides, 'db' | 'job'>): Promise<Map<number, number[]>> {
  const breathe = createPacer(job);
  const cards = new Map<number, number[]>();
  for (let last = 0; ;) {
    const members = listCardMembers(db, last, MEMBERS_A_SLICE);
    for (const { claim, card } of members) {
      const known = cards.get(claim);
      if (known) known.push(card);
      else cards.set(claim, [card]);
    }
    if (members.length < MEMBERS_A_SLICE) break;
    last = members.at(-1)!.id;
    await breathe();
  }
  const order = new Map(listCardsInOrder(db).map((card, n) => [card, n]));
  for (const own of cards.values()) if (own.length > 1) own.sort((a, b) => order.get(a)! - order.get(b)!);
  return cards;
}
