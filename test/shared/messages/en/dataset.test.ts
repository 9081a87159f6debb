import { expect, test } from 'vitest';
import { datasetCard } from '#shared/messages/en/dataset';

test('in a card the number of a name that is read from the right stays behind it', () => {
  const card = datasetCard({
    title: 'War',
    description: '',
    articles: 3,
    outlets: [
      ['FNA', 2],
      ['مرفأ نيوز', 1],
    ],
    labels: [],
    annotations: 0,
    annotators: [],
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
    files: [],
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
  expect(card).toContain('| Outlets | FNA 2, \u2068مرفأ نيوز\u2069 1 |');
});
