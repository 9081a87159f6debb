/** The signs that pages name most; others have numbers. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  copy: '©',
  reg: '®',
  laquo: '«',
  raquo: '»',
  middot: '·',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  hellip: '…',
  euro: '€',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '\u200e',
  rlm: '\u200f',
};

const TAG = /<\/?([a-z][^\s/>]*)(?:[^>"']|"[^"]*"|'[^']*')*>/iuy;
/** What stands in them is no markup. */
const RAW = new Set(['script', 'style', 'noscript', 'iframe']);
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/giu;

/**
 * The text of a page's body as a browser gives it in `textContent`, in which the offsets of annotating tools count: what stands in
 * scripts, styles and `noscript` is in it as it is written, and nothing is added or taken away.
 */
export function textContent(page: string): string {
  const body = /<body\b[^>]*>/iu.exec(page);
  return readText(body ? page.slice(body.index + body[0].length) : page, '');
}

/** The same of a page that stands within another, as Label Studio shows it: with the text of its head; a `<br>` ends a line. */
export const embeddedText = (page: string): string => readText(page, '\n');

/** `lineEnd`: what a `<br>` is. */
function readText(page: string, lineEnd: string): string {
  const html = page.replace(/\r\n?/gu, '\n');
  let text = '';
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    text += decode(html.slice(at, next === -1 ? html.length : next));
    if (next === -1) break;
    const markup = readMarkup(html, next, lineEnd);
    text += markup.words;
    at = markup.end;
  }
  return text;
}

/** The words in what begins with a `<`, and where it ends. */
function readMarkup(html: string, at: number, lineEnd: string): { words: string; end: number } {
  const endOf = (sign: string) => {
    const found = html.indexOf(sign, at);
    return found === -1 ? html.length : found + sign.length;
  };
  if (html.startsWith('<!--', at)) return { words: '', end: endOf('-->') };
  if (/[!?]/u.test(html.charAt(at + 1))) return { words: '', end: endOf('>') };
  TAG.lastIndex = at;
  const [tag, name = ''] = TAG.exec(html) ?? [];
  if (tag === undefined) return { words: '<', end: at + 1 };
  const end = at + tag.length;
  if (/^br$/iu.test(name)) return { words: lineEnd, end };
  if (tag.startsWith('</') || !RAW.has(name.toLowerCase())) return { words: '', end };
  const closing = new RegExp(`</${name}`, 'giu');
  closing.lastIndex = end;
  const close = closing.exec(html)?.index ?? html.length;
  return { words: html.slice(end, close), end: close };
}

const decode = (words: string) =>
  words.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) =>
    name === undefined
      ? toSign(whole, decimal === undefined ? parseInt(hex!, 16) : Number(decimal))
      : (NAMED[name] ?? whole),
  );

const toSign = (whole: string, code: number) =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
