import { parseDateLine } from './date-lines.ts';

/** What a line looks like, from its characters alone. All patterns run on at most this much of it. */
const LOOK_AT = 400;

export const countWords = (text: string) => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** A line with differences of numbers, case and white space taken out: two such lines say the same. */
export const toKey = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/^[\s•·*–—|-]+/u, '')
    .replace(/\d+/gu, '0')
    .replace(/\s+/gu, ' ');

const sentenceEnd = /[.;,:!。۔،؛](?:["”’»')\]]*)$/u;
const abbreviationEnd = /(?:\b\p{Lu}\.){1,}$|\b(?:etc|Inc|Ltd|Corp|Co|St|vs)\.$/u;

/** A headline by its looks: one short line that does not end as a sentence does. */
export function isTitleLike(text: string): boolean {
  const line = text.trim();
  if (line.length === 0 || line.length > 220 || line.includes('\n')) return false;
  if (!/\p{L}/u.test(line) || countWords(line) > 32) return false;
  if (/^[•·▪►‣*]\s|^https?:\/\/|^www\.|^\S+@\S+$|^>/u.test(line)) return false;
  if (/[!?؟]["”’»')\]]*$/u.test(line)) return true;
  return !sentenceEnd.test(line) || abbreviationEnd.test(line);
}

/** A sentence or more: what an article's body is made of. */
export const isProse = (text: string) => {
  const line = text.trim();
  return (
    countWords(line) >= 8 && (line.length > 220 || /[.!?:…。۔؟]["”’»')\]]*\s*$/u.test(line) || countWords(line) > 32)
  );
};

/** A drawn line: dashes, stars, a form feed. `heavy` ones are five or more of the same sign, other than stars. */
export function toRule(text: string): 'heavy' | 'light' | undefined {
  if (!/^[ \t]*[-–—=_#*~•·+.⁂\f]/u.test(text)) return undefined;
  const signs = text.replace(/[ \t]/gu, '');
  if (/^\f+$/u.test(signs)) return 'heavy';
  if (!/^([-–—=_#*~•·+.⁂])\1*$/u.test(signs)) return undefined;
  if (signs.startsWith('⁂')) return 'light';
  if (signs.length < 3) return undefined;
  return signs.length >= 5 && !/^[*~•·.]/u.test(signs) ? 'heavy' : 'light';
}

const english = /^(?:(?:posted|published|written|reported|reporting) )?by:?\s+|^text:\s*/iu;
/** Words that open headlines too, so that nothing but a name may follow. */
const other = /^(?:von|par|por|di|بقلم|كتب|كتبت)[:\s]+/iu;
const particles = /^(?:al|and|bin|da|de|del|den|der|du|el|et|in|ibn|la|le|und|van|von|y|à)$/iu;
const isNameLike = (name: string) =>
  name.split(/[\s,]+/u).every((word) => /^[\p{Lu}\p{Lo}]/u.test(word) || particles.test(word)) && countWords(name) <= 6;

/** "By Tamsin Orrel in Marsa Ilun": a line that only says who wrote; with "| 12 March 2024" behind it, also when. */
export function parseByline(line: string): { byline: string; date: ReturnType<typeof parseDateLine> } | undefined {
  const text = line.trim();
  if (text.length > 140 || sentenceEnd.test(text)) return undefined;
  const [head = '', ...rest] = text.split(
    /\s*[|·•]\s*|\s+[–—-]\s+|\s+on\s+(?=\d|\p{Lu}\p{Ll}+ \d)|,\s+(?=\d{1,2} \p{L}|\p{Lu}\p{Ll}+ \d)/u,
  );
  const date = rest.length > 0 ? parseDateLine(rest.join(' ')) : undefined;
  const isBy = english.test(head)
    ? /^[\p{Lu}\p{Lo}]|^(?:our|staff)\b/u.test(head.replace(english, '')) && countWords(head) <= 9
    : other.test(head) && isNameLike(head.replace(other, ''));
  if (isBy && (rest.length === 0 || date)) return { byline: head.trim(), date };
  if (!isBy && date && countWords(head) <= 6 && /^\p{Lu}/u.test(text)) return { byline: head.trim(), date };
  return undefined;
}

const agencies =
  /^(?:reuters|ap|afp|upi|sana|fna|fars(?: news(?: agency)?)?|tass|ria novosti|xinhua|dpa|irna|tasnim|anadolu(?: agency)?|aa|bbc(?: news)?|cnn|interfax|sputnik|kuna|wam|spa|mena|pti|efe|ansa|kyodo|yonhap|rt|voa|rferl|al[- ]jazeera|associated press|agence france-presse|amaq|petra|nna|ina)$/iu;

/**
 * The agency that a dateline names: "TEHRAN (FNA)- …", "BEIRUT, Jan 16 (Reuters) - …".
 *
 * A place in capitals, or an agency's own name, is asked for: "Hayat Tahrir al-Sham (HTS) - …" is no dateline.
 */
export function findDatelineAgency(paragraph: string): string | undefined {
  const found = /^\s*(?<place>[^()\n]{0,80}?)\s*\((?<agency>[^()\n]{2,40})\)\s*(?:[-–—]|:)/u.exec(
    paragraph.slice(0, LOOK_AT),
  );
  if (!found) return undefined;
  const { place = '', agency = '' } = found.groups!;
  const name = agency.trim();
  if (!/^[\p{L}][\p{L}\p{N} .&/'’-]*$/u.test(name) || countWords(name) > 4) return undefined;
  if (agencies.test(name) && countWords(place) <= 8) return name;
  const town = place.split(',')[0]!.trim();
  const isInCapitals = /^\p{Lu}[\p{Lu}\p{M} .'’-]{2,}$/u.test(town) && countWords(town) <= 4;
  const isUncased = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{M} ]{3,}$/u.test(town) && countWords(town) <= 3;
  return isInCapitals || isUncased ? name : undefined;
}

/** "Articles by: South Front", "Source: SANA": a line that names the outlet. */
export function findNamedOutlet(line: string): string | undefined {
  const found = /^\s*(?:articles? by|source|المصدر)\s*:\s*(?<name>\p{L}[^:\n]{1,58})$/iu.exec(line.slice(0, LOOK_AT));
  const name = found?.groups?.['name']?.trim().replace(/[.,;]$/u, '');
  return name !== undefined && countWords(name) <= 6 && !/https?:|www\.|@/u.test(name) ? name : undefined;
}
