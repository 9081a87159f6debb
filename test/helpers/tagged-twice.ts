import type { Annotation } from '#shared/domain/annotation';
import { createAnnotation } from '../../electron/services/annotate.ts';
import { updateLabel } from '../../electron/services/codebook.ts';
import { editArticle, markArticle } from '../../electron/services/edit-article.ts';
import type { TestCorpus } from './corpus.ts';
import { addTestEntity } from './entity.ts';

/** English and Arabic, with Latin letters and an invisible character in the Arabic. */
export const TWICE_TEXT = `Families sleep in schools while the tank farm burns

Families sleep in two schools of the Sabkha quarter and will stay there, said Hana Treq, who keeps the list.

Her list had 211 names on Wednesday; the harbour authority has none.

The tank farm burned for a second night. Firemen from Marsa Ilun brought foam in fishing boats.

قال متحدث باسم جماعة Reef Front إن \u200eحرس السواحل\u200e أطلق النار قرب ميناء مُرين فجر الثلاثاء.

By the mole a Coast Guard officer told the pilots that the port stays open.
`;

/** Where words stand in that text. Unit: UTF-16. */
export const findTwice = (words: string) => {
  const start = TWICE_TEXT.indexOf(words);
  return { start, end: start + words.length };
};

/** An article that Sara and Omar tagged and are done with: three tags alike, and a difference of each kind. */
export async function importTaggedTwice(made: TestCorpus): Promise<string> {
  const article = await made.importText(TWICE_TEXT, 'families.txt');
  editArticle(made.corpus, made.sara, article, { outlet: 'The Harbour Post', date: '2024-03-13' });
  updateLabel(made.corpus, made.sara, 'actor', {
    guideline: 'People and groups that act.\nInstitutions that speak, also where they are named by their place.',
  });
  addTestEntity(made, 'actor', 'Reef Front');
  addTestEntity(made, 'actor', 'Temsar Coast Guard');
  const tag = (by: string, label: string, words: string, more: object = {}): Annotation =>
    createAnnotation(made.corpus, made.person(by), { article, label, spans: [findTwice(words)], ...more });
  for (const by of ['Sara', 'Omar']) {
    tag(by, 'location', 'Sabkha quarter');
    tag(by, 'location', 'Marsa Ilun');
    tag(by, 'location', 'ميناء مُرين');
  }
  tag('Sara', 'actor', 'harbour authority');
  tag('Omar', 'location', 'harbour authority');
  tag('Sara', 'actor', 'Hana Treq, who keeps the list');
  tag('Omar', 'actor', 'Hana Treq');
  tag('Sara', 'actor', 'حرس السواحل', { entity: 'Temsar Coast Guard' });
  tag('Omar', 'actor', 'حرس السواحل', { entity: 'Reef Front' });
  tag('Sara', 'claim', 'Her list had 211 names on Wednesday', {
    attributes: { figures: [{ what: 'other', min: 211 }] },
  });
  tag('Omar', 'claim', 'Her list had 211 names on Wednesday');
  tag('Omar', 'claim', 'The tank farm burned for a second night');
  tag('Sara', 'actor', 'Firemen from Marsa Ilun');
  for (const by of ['Sara', 'Omar']) markArticle(made.corpus, made.person(by), article, 'done');
  return article;
}
