import { expect, it } from 'vitest';
import { datasetCard } from '#shared/messages/en/dataset';
import { parseCard } from '../../../../renderer/features/dataset/parse-card.ts';

const card = datasetCard({
  title: 'War',
  description: '',
  articles: 2,
  outlets: [['FNA', 2]],
  labels: [['actor', 3]],
  annotations: 3,
  annotators: ['Sara'],
  whose: 'one result for each article',
  checked: 3,
  checkedBy: 'one',
  checkedOnly: false,
  settled: { articles: 0, changed: 0 },
  agreement: null,
  linked: 0,
  linkedByRule: 0,
  links: 'all',
  losses: [],
  unit: 'codepoint',
  filter: 'everything',
  licence: '',
  files: [{ name: 'articles.jsonl', sizeBytes: 12, sha256: null }],
  contentFingerprint: 'c',
  fingerprint: 'f',
  rows: 9,
  date: '2024-05-03',
  version: '0.1.0',
  format: 'jsonl',
  text: 'whole',
  relations: 0,
  split: null,
});

it('a card is read as its title, words, table of two columns and list, with nothing left over', () => {
  const parts = parseCard(card);
  expect(parts.map(({ type }) => type)).toEqual(['title', 'text', 'table', 'heading', 'list', 'heading', 'text']);
  expect(parts[0]).toEqual({ type: 'title', text: 'War' });
  expect(parts[2]).toMatchObject({ rows: expect.arrayContaining([['Annotations', '3 (actor 3)']]) });
  expect(parts[4]).toEqual({ type: 'list', items: ['articles.jsonl: 12 bytes'] });
});
