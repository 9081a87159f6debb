/** Letters that no decomposition takes apart, by what people type for them. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', þ: 'th', ı: 'i', ς: 'σ' },
  // alef wasla; alef maqsura and the Persian letters that are drawn alike; ta marbuta
  ...{ ٱ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك', ۀ: 'ه', ہ: 'ه', ھ: 'ه', ە: 'ه', ة: 'ه' },
  ...Object.fromEntries(Array.from('٠١٢٣٤٥٦٧٨٩', (digit, n) => [digit, String(n)])),
  ...Object.fromEntries(Array.from('۰۱۲۳۴۵۶۷۸۹', (digit, n) => [digit, String(n)])),
};
const plainPattern = `[${Object.keys(plainLetters).join('')}]`;
const unlikePlain = new RegExp(plainPattern, 'gu');
const unlikePlainInAnyCase = new RegExp(plainPattern, 'giu');

/**
 * Marks over letters that are written with or without them: accents, harakat, niqqud. Those of other scripts are vowels or part
 * of their letter (Devanagari, Thai, the voicing of kana) and stay. Tatweel and invisible characters are no letters.
 */
const droppable =
  /[[\p{M}&&[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]]--[\u3099\u309A]]|[ـ\p{Cf}]/gv;
const isAscii = /^[\x00-\x7F]*$/;

/**
 * A word as the search index knows it: without case, marks, hamza, tatweel, and with ta marbuta as ha; white space and
 * punctuation stay. Folding twice changes nothing.
 */
export function foldWord(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(droppable, '')
    .replace(unlikePlain, (letter) => plainLetters[letter]!)
    .normalize('NFC');
}

/** Which differences of writing count. Letters: hamza and its seats, ta marbuta, the kinds of ya and kaf, Arabic digits. */
export type WritingKept = { matchCase: boolean; matchMarks: boolean; matchLetters: boolean };

const isArabic = (letter: string) => /\p{Script=Arabic}/u.test(letter);
const isHamza = (mark: string) => /[\u0653-\u0655]/u.test(mark);
const isUnseen = (letter: string) => /[ـ\p{Cf}]/u.test(letter);

/** A word as `foldWord` gives it, but for the differences that count: what has to be equal where a name is looked for so. */
export function foldPartly(text: string, { matchCase, matchMarks, matchLetters }: WritingKept): string {
  const cased = matchCase ? text.normalize('NFKD') : text.normalize('NFKD').toLowerCase().normalize('NFKD');
  return cased
    .replace(droppable, (mark) => (!isUnseen(mark) && (isHamza(mark) ? matchLetters : matchMarks) ? mark : ''))
    .replace(unlikePlainInAnyCase, (letter) => {
      if (isArabic(letter) ? matchLetters : matchMarks) return letter;
      return plainLetters[letter] ?? plainLetters[letter.toLowerCase()]?.toUpperCase() ?? letter;
    })
    .normalize('NFC');
}

/** Apostrophes, and the signs for ayn and hamza in Latin script, that are typed as one another or left out. */
export const APOSTROPHES = `'’‘‛ʼʻʽʿʾʹ\`´′׳`;
const apostrophes = new RegExp(`[${APOSTROPHES}]`, 'gu');
const quotationMarks = /["“”„«»]/gu;
const hyphens = /[\p{Pd}−]/gu;
/** The article joined by a hyphen, as it is said before sun letters too: al-Sham, el-Sisi, ash-Shaddadi, ez-Zor. */
const joinedArticle = /(^|[\s\p{Pd}−])(?:[ae](?:l|dh|th|sh|[dnrstz])[\p{Pd}−]+)+(?=[\p{L}\p{N}])/gu;
/** A word with less than three letters after it is taken to begin with these two. */
const arabicArticle = /(?<![\p{L}\p{N}])(?:ال)+(?=\p{L}{3})/gu;

/** A title as `foldWord` gives it, without apostrophes and quotation marks, and with blanks for hyphens. */
export const foldTitle = (title: string): string =>
  foldWord(title.replace(apostrophes, '').replace(quotationMarks, '').replace(hyphens, ' ')); // most are in plain letters then

/**
 * A name as aliases are compared: as `foldWord`, without apostrophes, hyphens and the Arabic article (`al-Sukhnah`, `Al Sukhnah`
 * and `Sukhnah` are one form, and so are `الحسكة` and `حسكه`), with single blanks. Folding twice changes nothing.
 */
export function foldForm(name: string): string {
  const words = foldWord(name)
    .replace(apostrophes, '')
    .replace(joinedArticle, '$1')
    .replace(hyphens, ' ')
    .replace(arabicArticle, '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  // a name may be nothing but that word
  return words.filter((word, n) => n === words.length - 1 || (word !== 'al' && word !== 'el')).join(' ');
}
