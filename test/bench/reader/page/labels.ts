import type { ReaderLabel } from '../../../../renderer/editor/reader-types.ts';

export const labels: readonly ReaderLabel[] = [
  { name: 'actor', letter: 'A', colour: 'actor', line: 'solid' },
  { name: 'location', letter: 'L', colour: 'location', line: 'double' },
  { name: 'claim', letter: 'C', colour: 'claim', line: 'bracketed' },
  { name: 'event', letter: 'V', colour: 'label-4', line: 'dotted' },
  { name: 'weapon', letter: 'W', colour: 'label-5', line: 'dash-dot' },
  { name: 'unit', letter: 'U', colour: 'label-6', line: 'thick' },
  { name: 'time', letter: 'T', colour: 'label-7', line: 'fine-dotted' },
  { name: 'source', letter: 'S', colour: 'label-8', line: 'thin' },
];
