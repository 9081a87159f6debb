import { setApart } from './ui.ts';

/** What a tag is to say, where somebody who checks or settles says it. */
export const reviewTagMessages = {
  label: 'Label',
  edges: {
    start: { earlier: 'Begin a word earlier', later: 'Begin a word later' },
    end: { earlier: 'End a word earlier', later: 'End a word later' },
  },
  entity: 'Entity',
  noEntity: 'none',
  isMade: (entity: string) => `${setApart(entity)} will be a new entity.`,
} as const;
