/** A part of a card. */
export type CardPart =
  | { type: 'title' | 'heading' | 'text'; text: string }
  | { type: 'list'; items: string[] }
  | { type: 'table'; rows: [string, string][] };

/** The parts of a dataset's README.md, of what Markdown it uses: headings, a table of two columns, a list, paragraphs. */
export function parseCard(markdown: string): CardPart[] {
  return markdown
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(toPart);
}

function toPart(part: string): CardPart {
  if (part.startsWith('## ')) return { type: 'heading', text: part.slice(3) };
  if (part.startsWith('# ')) return { type: 'title', text: part.slice(2) };
  const lines = part.split('\n');
  if (part.startsWith('- ')) return { type: 'list', items: lines.map((line) => toPlain(line.slice(2))) };
  if (part.startsWith('|')) {
    const rows = lines
      .filter((line) => !/^[|\s-]*$/.test(line))
      .map((line) => line.replace(/^\|\s*|\s*\|$/g, '').split(/\s*\|\s*/));
    return { type: 'table', rows: rows.map(([name = '', ...value]) => [name, toPlain(value.join(' | '))]) };
  }
  return { type: 'text', text: toPlain(lines.join(' ')) };
}

const toPlain = (text: string) => text.replaceAll('`', '');
