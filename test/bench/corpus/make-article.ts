import type { Random } from './random.ts';
import { makeName, scripts, type Script, type Vocabulary } from './vocabulary.ts';

export type BenchEntity = { label: 'actor' | 'location'; forms: { form: string; script: Script }[] };
export type BenchOutlet = { name: string; script: Script };
type Mention = { label: 'actor' | 'location' | 'claim'; start: number; end: number; entity: number | null };
export type BenchArticle = {
  outlet: number;
  title: string;
  text: string;
  date: { year: number; month: number; day: number };
  blocks: { kind: 'title' | 'paragraph'; start: number; end: number }[];
  mentions: Mention[];
};

/** Names in one or two writings, and a shorter form for one in three. */
export function makeEntities(random: Random, count: number): BenchEntity[] {
  const known = new Set<string>();
  const makeForm = (script: Script) => {
    for (;;) {
      const form = makeName(random, script);
      if (!known.has(form)) {
        known.add(form);
        return { form, script };
      }
    }
  };
  return Array.from({ length: count }, (_, n) => {
    const other = random.below(3) === 0 ? [makeForm(random.pick(scripts))] : [];
    return {
      label: n % 2 === 0 ? 'actor' : 'location',
      forms: [makeForm('latin'), ...other, ...(random.below(3) === 0 ? [makeForm('latin')] : [])],
    };
  });
}

/** Most write Latin, three Arabic, two Cyrillic, one Han. */
export const makeOutlets = (random: Random): BenchOutlet[] =>
  (
    [...Array<Script>(9).fill('latin'), 'arabic', 'arabic', 'arabic', 'cyrillic', 'cyrillic', 'han'] satisfies Script[]
  ).map((script) => ({ name: `${makeName(random, 'latin')} News`, script }));

const SENTENCE_WORDS = 18;
const SENTENCES = 22;
const SENTENCES_IN_PARAGRAPH = 4;
const YEARS = 8;

/** About 400 words in the writing of its outlet; it names five actors and three locations, and two of its sentences are claims. */
export function makeArticle(
  random: Random,
  vocabulary: Vocabulary,
  entities: readonly BenchEntity[],
  outlets: readonly BenchOutlet[],
): BenchArticle {
  const outlet = random.zipf(outlets.length);
  const { script } = outlets[outlet]!;
  const { forms, blank, stop } = vocabulary[script];
  const word = () => forms[random.zipf(forms.length)]!;
  const title = Array.from({ length: 8 }, word).join(blank);
  const article: BenchArticle = {
    outlet,
    title,
    text: title,
    date: { year: 2011 + random.below(YEARS), month: 1 + random.below(12), day: 1 + random.below(28) },
    blocks: [{ kind: 'title', start: 0, end: title.length }],
    mentions: [],
  };
  const naming = new Set(Array.from({ length: 8 }, () => random.below(SENTENCES)));
  let left = 8;
  for (let n = 0; n < SENTENCES; n += 1) {
    const isFirst = n % SENTENCES_IN_PARAGRAPH === 0;
    if (isFirst) article.text += '\n\n';
    const start = article.text.length;
    const names = naming.has(n) || left >= SENTENCES - n ? Math.min(left, 2) : 0;
    left -= names;
    for (let place = 0; place < SENTENCE_WORDS; place += 1) {
      if (place > 0) article.text += blank;
      if (place === 3 && names > 0) addName(article, random, entities, script);
      else if (place === 9 && names > 1) addName(article, random, entities, script);
      else article.text += word();
    }
    if (names > 0 && article.mentions.filter(({ label }) => label === 'claim').length < 2)
      article.mentions.push({ label: 'claim', start, end: article.text.length, entity: null });
    article.text += stop.trim();
    if (isFirst) article.blocks.push({ kind: 'paragraph', start, end: article.text.length });
    else article.blocks.at(-1)!.end = article.text.length;
    if (n % SENTENCES_IN_PARAGRAPH < SENTENCES_IN_PARAGRAPH - 1 && n < SENTENCES - 1) article.text += blank;
  }
  return article;
}

/** Writes an entity's name in the writing of the article where it has one, with its tag. */
function addName(article: BenchArticle, random: Random, entities: readonly BenchEntity[], script: Script): void {
  const entity = random.zipf(entities.length);
  const { label, forms } = entities[entity]!;
  const own = forms.filter((form) => form.script === script);
  const { form } = random.pick(own.length > 0 ? own : forms);
  const start = article.text.length;
  article.text += form;
  article.mentions.push({ label, start, end: article.text.length, entity });
}
