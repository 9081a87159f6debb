import { agreementWords } from './agreement.ts';

const { columns } = agreementWords;

/** A figure of agreement, explained: in words, so that nobody has to look a formula up to read a table. */
type Definition = { name: string; what: string; formula: string; edges: string; source: string };

const KRIPPENDORFF_2016 =
  'Krippendorff, Mathet, Bouvry and Widlöcher, “On the reliability of unitizing textual continua”, Quality & Quantity 50 (2016); Krippendorff, Content Analysis, 4th edition (2019), 12.6.';
const F1_SOURCE = 'Hripcsak and Rothschild, “Agreement, the F-measure, and reliability”, JAMIA 12 (2005).';

const figures: readonly Definition[] = [
  {
    name: columns.uAlpha,
    what: 'How far people agree where something stands, how long it is and which label it has. Begin with this one.',
    formula:
      '1 − observed disagreement / expected disagreement. Each person’s text is cut into marked stretches and gaps. Observed: the characters that two people value differently. Expected: the same if all stretches and gaps of all people lay anywhere; a stretch is moved as one piece, a gap character by character.',
    edges:
      '1 if people marked something and never differ. Undefined where nobody marked anything. Below 0: they differ more than by chance.',
    source: KRIPPENDORFF_2016,
  },
  {
    name: columns.uAlphaBoundary,
    what: 'The same of marked against unmarked: is something found at the same places, whatever it is called?',
    formula: 'As uα, with all labels taken as one once the observed and the expected characters were counted.',
    edges: 'Of one label alone it says the same as uα.',
    source: KRIPPENDORFF_2016,
  },
  {
    name: columns.cuAlpha,
    what: 'The same of labels alone: where more than one marked something, do they call it the same?',
    formula: 'As uα, over the characters only that two people or more have marked; gaps are left out.',
    edges: 'Undefined where there is one label only, and where nothing was marked by more than one.',
    source: KRIPPENDORFF_2016,
  },
  {
    name: columns.alpha,
    what: 'Agreement character by character, no label included.',
    formula:
      '1 − observed / expected disagreement, over stretches cut at every edge that anybody drew, each as heavy as it is long. Expected: two values drawn from all that were given.',
    edges:
      'Undefined where all of the text was given one value. Text with nothing to tag raises it: how much of it is boilerplate is said below the table.',
    source: 'Krippendorff, “Computing Krippendorff’s alpha-reliability” (2011).',
  },
  {
    name: columns.alphaTokens,
    what: 'The same with words as units, so that long words weigh as much as short ones.',
    formula: 'As α; a word has the label that covers its first character. Words are those of the Unicode rules.',
    edges: 'As α.',
    source: 'Krippendorff, “Computing Krippendorff’s alpha-reliability” (2011).',
  },
  {
    name: columns.kappa,
    what: 'Agreement of two people word by word, no label included, held against how often each uses each label.',
    formula:
      '(share of words alike − share expected) / (1 − share expected); expected from the two people’s own shares. More than two people: the mean of the pairs that have one.',
    edges: 'Undefined where the expected share is 1.',
    source:
      'Cohen, “A coefficient of agreement for nominal scales” (1960); Light (1971); Artstein and Poesio, “Inter-coder agreement” (2008).',
  },
  {
    name: columns.f1Exact,
    what: 'The share of annotations that both made alike to the character, label included. It has no chance in it.',
    formula:
      '2 × annotations with the same spans and label / annotations of both; counted over all articles, then divided.',
    edges: 'Undefined where neither made one. More than two people: the mean of the pairs.',
    source: F1_SOURCE,
  },
  {
    name: columns.f1Boundary,
    what: 'The same, whatever the label.',
    formula: '2 × annotations with the same spans / annotations of both.',
    edges: 'As F1 exact. Of one label alone it says the same.',
    source: F1_SOURCE,
  },
  {
    name: columns.f1Overlap,
    what: 'The same where it is enough that annotations of one label share characters.',
    formula:
      '2 × pairs / annotations of both; paired one to one so that the sum of characters in both over characters in either is the most that can be.',
    edges: 'As F1 exact.',
    source: F1_SOURCE,
  },
  {
    name: columns.f1Characters,
    what: 'How much of the text that either marked both marked with the same label.',
    formula: '2 × characters that both gave the label / characters that each gave it, added up.',
    edges: 'As F1 exact.',
    source: F1_SOURCE,
  },
  {
    name: columns.gamma,
    what: 'How well the annotations of all can be laid side by side, near misses counted as near.',
    formula:
      '1 − disorder of the best alignment / mean disorder of random texts. A pair costs the square of how far its edges lie apart, in lengths, and 1 for another label; what has no partner costs 1.',
    edges:
      'An annotation of several spans counts from its beginning to its end. Not computed where an article is too large; how many random texts were made is said below the table.',
    source:
      'Mathet, Widlöcher and Métivier, “The unified and holistic method gamma”, Computational Linguistics 41 (2015).',
  },
];

/** Words of the definitions of figures of agreement. */
export const definitionMessages = {
  title: 'Definitions',
  whatIs: (figure: string) => `What ${figure} says`,
  formula: 'How',
  edges: 'At the edges',
  source: 'Source',
  before:
    'Own annotations of articles that all people of a row have finished; what somebody has not finished is missing, not blank. 1 is full agreement, 0 what chance would give. Krippendorff asks for α of .8, and of .667 for tentative conclusions; nothing here decides for you.',
  figures,
  after:
    'Intervals: the articles are drawn again, with replacement, as often as is said below the table; 95 % of the figures lie between the two ends. There is none with one article, or where more than 5 % of the draws are undefined. An undefined figure is never shown as 0 or 1. Overlapping annotations of one person and label are one stretch for α, κ and uα; where labels that exclude one another overlap, what begins first stands.',
} as const;
