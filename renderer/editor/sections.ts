/**
 * How many blocks stand together in one section of the document. Source: docs/decisions/0014-reader-at-speed.md.
 *
 * A change walks all sections and the blocks of one, in the editor, in layout and in painting; what comes into view is laid
 * out by whole sections.
 */
export const BLOCKS_IN_SECTION = 16;

/** The section that holds a block, and the block's place in it; both count from 0. */
export function findSection(block: number): { section: number; place: number } {
  return { section: Math.floor(block / BLOCKS_IN_SECTION), place: block % BLOCKS_IN_SECTION };
}

/** The blocks of one section, or whatever stands for each. */
export const sliceSection = <T>(all: readonly T[], section: number): T[] =>
  all.slice(section * BLOCKS_IN_SECTION, (section + 1) * BLOCKS_IN_SECTION);

export const countSections = (blocks: number) => Math.ceil(blocks / BLOCKS_IN_SECTION);
