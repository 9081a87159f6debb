import { readdirSync, readFileSync } from 'node:fs';
import type { Block } from '#shared/domain/block';
import { cutTextPages, readTextPage } from '../../../electron/formats/text/read-text-page.ts';

const folder = new URL('../../fixtures/pages/', import.meta.url);

/** Every article of the fixture pages, as an import cuts them. */
export function readFixtureArticles(): { name: string; text: string; blocks: Block[] }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => {
      const page = readTextPage(readFileSync(new URL(name, folder)), { file: name, encoding: 'auto', stray: 'refuse' });
      const [cut] = cutTextPages([{ page, split: 'auto' }]);
      return cut!.articles.map(({ start, end, blocks }) => ({
        name: `${name} at ${start}`,
        text: page.text.slice(start, end),
        blocks,
      }));
    });
}
