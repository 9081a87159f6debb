import type { Random } from './random.ts';

/** How words of one writing are made: syllables from these sounds; `blank` stands between words, `stop` ends a sentence. */
type Writing = { onsets: string[]; vowels: string[]; words: number; blank: string; stop: string };

const writings = {
  latin: {
    onsets: 'b c d f g h j k l m n p r s t v w z sh kh th br tr st'.split(' '),
    vowels: 'a e i o u ai ou é'.split(' '),
    words: 30_000,
    blank: ' ',
    stop: '. ',
  },
  arabic: {
    onsets: [...'بتثجحخدذرزسشصضطظعغفقكلمنهوي'],
    vowels: ['', 'ا', 'و', 'ي', 'َ', 'ِ'],
    words: 10_000,
    blank: ' ',
    stop: '. ',
  },
  cyrillic: {
    onsets: [...'бвгджзклмнпрстфхцчш'],
    vowels: [...'аеиоуыя'],
    words: 7000,
    blank: ' ',
    stop: '. ',
  },
  han: {
    onsets: [...'山水火木金土日月人口手足目耳大小上下中外東西南北'],
    vowels: [...'市城村河路門橋軍民官報社言行'],
    words: 3000,
    blank: '',
    stop: '。',
  },
} satisfies Record<string, Writing>;
export type Script = keyof typeof writings;
export const scripts = Object.keys(writings) as Script[];

export type Vocabulary = Readonly<Record<Script, Pick<Writing, 'blank' | 'stop'> & { forms: string[] }>>;

const toWord = ({ onsets, vowels }: Writing, random: Random, syllables: number) =>
  Array.from({ length: syllables }, () => random.pick(onsets) + random.pick(vowels)).join('');

/** About 50,000 made-up words, the commonest first and shortest; one Latin word in a hundred has a hyphen or an apostrophe in it. */
export function makeVocabulary(random: Random): Vocabulary {
  const make = (script: Script) => {
    const writing: Writing = writings[script];
    const forms = new Set<string>();
    while (forms.size < writing.words) {
      const shortest = script === 'han' ? 1 : forms.size < 150 ? 1 : 2;
      const word = toWord(writing, random, shortest + random.below(3));
      const isMarked = script === 'latin' && forms.size > 100 && random.below(100) === 0;
      forms.add(isMarked ? random.pick([`al-${word}`, `${word}'a`, `${word}’s`]) : word);
    }
    return { ...writing, forms: [...forms] };
  };
  return { latin: make('latin'), arabic: make('arabic'), cyrillic: make('cyrillic'), han: make('han') };
}

const capitalise = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** A name of two or three words in a writing; in those that have capitals it has them. */
export const makeName = (random: Random, script: Script): string =>
  Array.from({ length: 2 + random.below(2) }, () => capitalise(toWord(writings[script], random, 2))).join(
    writings[script].blank,
  );
