import type { AnnotationState } from '#shared/domain/annotation';
import type { BlockKind } from '#shared/domain/block';
import type { ReaderAnnotation } from '../../../renderer/editor/reader-types.ts';
import { labels } from '../../bench/reader/page/labels.ts';
import type { SampleArticle } from '../../bench/reader/page/page-api.ts';

/** An article of blocks that a blank line parts. */
export function toArticle(uid: string, parts: [BlockKind, string][]): Omit<SampleArticle, 'annotations'> {
  let text = '';
  const blocks: SampleArticle['blocks'] = parts.map(([kind, words]) => {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += words;
    return { kind, start, end: text.length, repeatOf: null, foundBy: 'made' };
  });
  return { uid, text, blocks };
}

/** An annotation of the first place where each quote stands. */
export function annotate(
  text: string,
  uid: string,
  letter: string,
  quotes: string[],
  state: AnnotationState = 'unchecked',
): ReaderAnnotation {
  const label = labels.find((known) => known.letter === letter)!;
  const spans = quotes.map((quote) => {
    const start = text.indexOf(quote);
    if (start === -1) throw new Error(`The text does not hold “${quote}”`);
    return { start, end: start + quote.length };
  });
  return { uid, label, spans, state, name: `${label.name}: ${quotes.join(' … ')}, ${state}` };
}

/** Five deep, crossing, with a gap, over a block border; all kinds of blocks. */
export function makeHarbourArticle(): SampleArticle {
  const article = toArticle('harbour', [
    ['title', 'Fuel jetty blast at Qal’at Murayn kills at least 14, harbour authority says'],
    ['byline', 'By Tamsin Orrel in Marsa Ilun'],
    [
      'paragraph',
      'At least 14 people were killed and between 30 and 35 injured when an explosion tore through the fuel jetty at Qal’at Murayn before dawn on Tuesday, the Murayn Harbour Authority said. It did not say what had exploded.',
    ],
    [
      'paragraph',
      'Colonel Yusr Hadad of the Temsar Coast Guard’s Reef station told reporters that nine sailors had died, and that the Reef Front had “admitted over open radio” losing two boats off Ras Ilun.',
    ],
    ['related', 'RELATED: Who speaks for the Reef Front? A group with four names'],
    ['heading', 'On the mole'],
    [
      'paragraph',
      'The Interior Ministry said 4,000 families, most of them from the Sabkha quarter and the pilots’ cottages behind the mole, had been moved inland by noon.',
    ],
    [
      'paragraph',
      'Two pilots on the mole said the first flash came from the sea, a version that the ministry rejects.\nIts spokesman spoke of the al-Sukhnah crew, of U.S.-backed\u200b divers and of a family of three 👨‍👩‍👧 on the quay.',
    ],
    [
      'caption',
      'Smoke over the tank farm at Kalat Mureyn, seen from the mole on Tuesday. Photograph: Idris Vane / Harbour Post',
    ],
    ['quote', '“We counted seventeen bodies before the power failed,” said a surgeon.'],
    ['list item', '- first, the tugs;'],
    ['boilerplate', 'The Harbour Post is paid for by its readers. Corrections: desk@harbourpost.example'],
  ]);
  const { text } = article;
  return {
    ...article,
    annotations: [
      annotate(text, 'blast', 'C', [
        'At least 14 people were killed and between 30 and 35 injured when an explosion tore through the fuel jetty at Qal’at Murayn before dawn on Tuesday',
      ]),
      annotate(text, 'jetty', 'L', ['fuel jetty at Qal’at Murayn before'], 'accepted'),
      annotate(text, 'authority', 'A', ['Murayn Harbour Authority'], 'accepted'),
      annotate(text, 'deep-5', 'C', [
        'Colonel Yusr Hadad of the Temsar Coast Guard’s Reef station told reporters that nine sailors had died',
      ]),
      annotate(text, 'deep-4', 'A', ['Colonel Yusr Hadad of the Temsar Coast Guard’s Reef station']),
      annotate(text, 'deep-3', 'A', ['the Temsar Coast Guard’s Reef station']),
      annotate(text, 'deep-2', 'A', ['Temsar Coast Guard'], 'accepted'),
      annotate(text, 'deep-1', 'L', ['Temsar']),
      annotate(text, 'front', 'A', ['Reef Front'], 'corrected'),
      annotate(text, 'gap', 'C', ['The Interior Ministry said 4,000 families', 'had been moved inland']),
      annotate(text, 'ministry', 'A', ['Interior Ministry'], 'rejected'),
      annotate(text, 'quarter', 'V', ['Sabkha quarter']),
      annotate(text, 'cottages', 'W', ['pilots’ cottages'], 'unsure'),
      annotate(text, 'crossing-1', 'C', ['Two pilots on the mole said the first flash came from the sea']),
      annotate(text, 'crossing-2', 'C', ['came from the sea, a version that the ministry rejects']),
      annotate(text, 'crew', 'U', ['al-Sukhnah crew']),
      annotate(text, 'divers', 'T', ['divers']),
      annotate(text, 'family', 'S', ['family of three']),
      annotate(text, 'farm', 'L', ['Kalat Mureyn']),
      annotate(text, 'border', 'A', ['said a surgeon.\n\n- first, the tugs']),
    ],
  };
}

export function makeArabicArticle(): SampleArticle {
  const article = toArticle('arabic', [
    ['title', 'قلعة مُرين تُحصي قتلاها: 14 أم 9؟'],
    ['byline', 'تامسين أوريل، مرسى إيلون'],
    [
      'paragraph',
      'قالت سلطة ميناء مُرين إن 14 شخصًا على الأقل قُتلوا وأُصيب ما بين 30 و35 آخرين في انفجار وقع فجر الثلاثاء عند رصيف الوقود في قلعة مُرين، فيما تحدّث خفر السواحل عن تسعة قتلى فقط.',
    ],
    [
      'paragraph',
      'وجاء في بيان نشرته قناة Sawt al-Marsa عند الساعة 06:45 أن «3 زوارق» تابعة لجماعة أبناء الشعاب (المعروفة باسم Reef Front) هاجمت الرصيف B-12\u200f، وأن أكثر من 20 بحّارًا قُتلوا.',
    ],
    ['paragraph', 'The Harbour Post, in English: nine sailors died off Ras Ilun.'],
    ['caption', 'صورة: الدخان فوق خزّانات قلعة مُرين يوم ١٢ مارس ٢٠٢٤.'],
  ]);
  const { text } = article;
  return {
    ...article,
    annotations: [
      annotate(text, 'claim', 'C', [
        'قالت سلطة ميناء مُرين إن 14 شخصًا على الأقل قُتلوا وأُصيب ما بين 30 و35 آخرين في انفجار وقع فجر الثلاثاء',
      ]),
      annotate(text, 'authority', 'A', ['سلطة ميناء مُرين'], 'accepted'),
      annotate(text, 'jetty', 'L', ['رصيف الوقود في قلعة مُرين']),
      annotate(text, 'castle', 'L', ['قلعة مُرين، '.slice(0, 10)]),
      annotate(text, 'guard', 'A', ['خفر السواحل']),
      annotate(text, 'channel', 'A', ['Sawt al-Marsa']),
      annotate(text, 'front', 'A', ['أبناء الشعاب (المعروفة باسم Reef Front)']),
      annotate(text, 'english', 'A', ['Reef Front']),
      annotate(text, 'quay', 'L', ['الرصيف B-12']),
      annotate(text, 'post', 'A', ['Harbour Post']),
      annotate(text, 'ras', 'L', ['Ras Ilun']),
    ],
  };
}
