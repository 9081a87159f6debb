import { createCluster } from '../../electron/services/clusters.ts';
import { NewAttribute } from '#shared/domain/attribute';
import { addAttribute } from '../../electron/services/codebook-attributes.ts';
import type { TestCorpus } from './corpus.ts';
import { addTestEntity } from './entity.ts';
import { importTagged } from './tagged-article.ts';

/** Whom claims are by, and what they are of, in an invented story of two outlets. */
export type JettyStory = { post: { article: string; claims: string[] }; wire: { article: string; claims: string[] } };

const killed = (min: number | null, max: number | null, whom = '') => ({ unit: 'killed', min, max, 'of whom': whom });

/**
 * Two articles of two outlets about a blast, with event cards: the blast (apart on the dead and on who did it), deliveries that both
 * say will go on, a hospital that only the first speaks of, boats that only the second does. The last claim of each is on no card.
 */
export async function importJettyStory(made: TestCorpus): Promise<JettyStory> {
  for (const name of ['Harbour Authority', 'Coast Guard', 'Reef Front']) addTestEntity(made, 'actor', name);
  for (const name of ['Murayn', 'Ras Ilun']) addTestEntity(made, 'location', name);
  addAttribute(made.corpus, made.sara, {
    label: 'claim',
    attribute: NewAttribute.parse({ name: 'By whom', type: 'entity' }),
  });
  const post = await importTagged(made, {
    outlet: 'Harbour Post',
    date: '2024-03-12',
    text: 'Blast at the jetty\n\nAt least 14 people were killed at Murayn on Tuesday, the Harbour Authority said. Eleven sailors died, a surgeon said. The hospital has no power. Deliveries go on at Murayn from Thursday. Rain fell. The Coast Guard counts 5 boats lost off Ras Ilun.',
    places: [['Ras Ilun', 'Ras Ilun']],
    claims: [
      {
        words: 'At least 14 people were killed at Murayn on Tuesday, the Harbour Authority said',
        by: [['Harbour Authority', 'the Harbour Authority', 'said']],
        values: {
          figures: [killed(14, null)],
          place: 'Murayn',
          'event date': '2024-03-12',
          'By whom': 'Reef Front',
          verdict: 'contested',
        },
      },
      {
        words: 'Eleven sailors died, a surgeon said',
        by: [['unnamed', 'a surgeon', 'said']],
        values: { figures: [killed(11, 11, 'sailors')] },
      },
      { words: 'The hospital has no power', by: [['the outlet']] },
      { words: 'Deliveries go on at Murayn', values: { place: 'Murayn', 'event date': '2024-03-14' } },
      { words: 'Rain fell' },
      {
        words: 'The Coast Guard counts 5 boats lost off Ras Ilun',
        by: [['Coast Guard', 'The Coast Guard']],
        values: { figures: [{ what: 'boats', unit: 'other', min: 5, max: 5 }] },
      },
    ],
  });
  const wire = await importTagged(made, {
    outlet: 'Meridian Wire',
    date: '2024-03-13',
    text: 'Pirates shell terminal\n\nNine sailors were killed at Murayn on Tuesday, the Coast Guard said, citing the Harbour Authority. Supplies arrive at Murayn this week. Three boats sank. Some 7 boats are missing off Ras Ilun.',
    places: [['Ras Ilun', 'Ras Ilun']],
    claims: [
      {
        words: 'Nine sailors were killed at Murayn on Tuesday',
        by: [
          ['Coast Guard', 'the Coast Guard', 'said'],
          ['Harbour Authority', 'the Harbour Authority', 'citing'],
        ],
        values: {
          figures: [killed(9, 9, 'sailors')],
          place: 'Murayn',
          'event date': '2024-03',
          'By whom': 'Coast Guard',
        },
      },
      { words: 'Supplies arrive at Murayn', values: { place: 'Murayn', 'event date': '2024-03' } },
      { words: 'Three boats sank', by: [['Coast Guard']] },
      {
        words: 'Some 7 boats are missing off Ras Ilun',
        values: { figures: [{ what: 'Boats', unit: 'other', min: 7, max: null }] },
      },
    ],
  });
  const put = (title: string, claims: string[], date?: string) =>
    createCluster(made.corpus, made.sara, { title, claims, ...(date !== undefined && { date, place: 'Murayn' }) });
  put('Jetty blast', [post.claims[0]!, post.claims[1]!, wire.claims[0]!], '2024-03-12');
  put('Deliveries resume', [post.claims[3]!, wire.claims[1]!]);
  put('Hospital dark', [post.claims[2]!]);
  put('Boats sunk', [wire.claims[2]!]);
  return { post, wire };
}
