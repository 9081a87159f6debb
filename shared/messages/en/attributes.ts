import { numberWords } from './ui.ts';

/** Words of the fields for values of attributes. */
export const attributeMessages = {
  section: 'Attributes',
  noNth: (n: number) => `This label has no attribute number ${n}.`,
  toFill: (paths: readonly string[]) => `to fill: ${paths.join(', ')}`,
  kept: 'Kept from another label, and back with it:',
  add: 'Add',
  addTo: (name: string) => `Add to ${name}`,
  nth: (name: string, n: number) => `${name} ${numberWords(n)}`,
  removeNth: (name: string, n: number) => `Remove ${name} ${numberWords(n)}`,
  answers: { yes: 'yes', no: 'no', unsaid: '–' },
  unsaid: '–',
  placeholders: { text: '', number: '', date: '2019-01-16', entity: 'name' },
  fromSelection: 'from selection',
  fromSelectionFor: (name: string) => `${name} from selection`,
  fromSelectionHint: 'Select words in the text, then take them',
  nothingSelected: 'Select the words in the text first.',
  taken: (name: string) => `${name} taken from the selection`,
  clear: (name: string) => `Clear ${name}`,
  where: (start: number, end: number) => `characters ${numberWords(start)}–${numberWords(end)}`,
  fits: 'fits',
  fitsNot: 'does not fit',
} as const;
