import type { Chunk } from '../format.ts';
import type { FileSet, FoundAnnotation } from '../found.ts';
import { CHAINS } from './columns.ts';
import { folderOf, listTables, readTable } from './read-table.ts';
import { toTable } from './write-side-files.ts';

type Known = NonNullable<FoundAnnotation['entity']>;

/** The head of `chains.csv`: which entity is meant by a chain of a document, for formats that only number them. */
export const headChains = (): Chunk => toTable('chains.csv', [CHAINS]);

/** A chain of a document that is of an entity. */
export type NamedChain = { chain: string; entity: string | null; name: string };

/** Rows of one document, which are made together: to begin to make rows takes longer than a row. */
export const toChainRows = (document: string, chains: readonly NamedChain[]): Chunk =>
  toTable(
    'chains.csv',
    chains.map(({ chain, entity, name }) => [document, chain, entity ?? '', name]),
  );

/** Undefined for a chain of which nothing is said. Errors: format-invalid. */
export function readChains(files: FileSet): (folder: string, document: string, chain: string) => Known | undefined {
  const chains = new Map<string, Known>();
  for (const file of listTables(files, 'chains.csv'))
    for (const [document = '', chain = '', entity = '', name = ''] of readTable(files, file, CHAINS))
      chains.set(JSON.stringify([folderOf(file), document, chain]), {
        name,
        uid: entity === '' ? null : entity,
        refs: [],
      });
  return (...key) => chains.get(JSON.stringify(key));
}
