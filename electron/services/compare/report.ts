import type { ClaimVersion, ComparedEvent } from '#shared/domain/claim-comparison';
import type { ArticleFilter } from '#shared/domain/filter';
import { comparisonParts, type ComparisonPart, type WholeComparison } from '#shared/domain/whole-comparison';
import { compareMessages, sideWords } from '#shared/messages/en/compare';
import { definitions, reportWords as words } from '#shared/messages/en/compare-report';
import { dateWords } from '#shared/messages/en/ui';
import { printCell } from '#shared/tables/print-cell';
import { isNumeric, type Cell, type Column, type Table } from '#shared/tables/table';
import { toWholeTables } from '#shared/tables/whole';
import { printFilter } from '#shared/text/filter-text';
import { toWholePictures } from '#shared/pictures/whole';
import { drawInPage } from '../../pictures/draw-picture.ts';
import { escapeMarkup as escape } from '../../pictures/escape-markup.ts';
import { reportStyle } from './report-style.ts';

/** What a report says of the corpus that it was made from. `date`: of the newest step; null where there is none. */
export type ReportFacts = {
  corpus: string;
  contentFingerprint: string;
  fingerprint: string;
  date: string | null;
  version: string;
};

/** More would not be read in a report. */
const MOST_ROWS = 200;
const MOST_CONFLICTS = 60;

const sides = ['a', 'b'] as const;
const theirs = (text: string) => `<bdi class="theirs">${escape(text)}</bdi>`;
const paragraph = (text: string) => (text === '' ? '' : `<p dir="auto">${escape(text)}</p>`);

/**
 * A comparison as one HTML file that asks for nothing: no script, no font, no picture from elsewhere. It is a function of the corpus
 * and of the choice, so that another person gets the same bytes.
 */
export function writeReport(whole: WholeComparison, facts: ReportFacts): string {
  const [a, b] = sides.map((side) => toSideName(whole.compared[side]));
  const title = words.title(a!, b!);
  const tables = toWholeTables(whole);
  const pictures = toWholePictures(whole);
  const parts = comparisonParts.map((part) =>
    section(part, words.parts[part], [
      ...(part === 'counts' ? [toCounted(whole)] : part === 'claims' ? [toConflicts(whole.claims.events)] : []),
      ...pictures[part].map(
        (each) => `<figure>${drawInPage(each.draw)}<figcaption dir="auto">${escape(each.title)}</figcaption></figure>`,
      ),
      ...tables[part].map(toTable),
    ]),
  );
  const contents = [...comparisonParts, 'definitions' as const].map(
    (part) =>
      `<li><a href="#${part}">${escape(part === 'definitions' ? words.definitions : words.parts[part])}</a></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<header>
<h1><span class="mark a">A</span> ${theirs(a!)} <span class="mark b">B</span> ${theirs(b!)}</h1>
<p dir="auto">${escape(words.of(facts.corpus, facts.date ? dateWords(facts.date) : words.noDate))}</p>
</header>
<nav aria-label="${escape(words.contents)}"><ul>${contents.join('')}</ul></nav>
<main>
${parts.join('\n')}
${section('definitions', words.definitions, [toDefinitions()])}
</main>
<footer>
<p>${escape(words.footer(facts.version))}</p>
<dl><dt>${escape(words.content)}</dt><dd><code>${escape(facts.contentFingerprint)}</code></dd>
<dt>${escape(words.journal)}</dt><dd><code>${escape(facts.fingerprint)}</code></dd></dl>
</footer>
</body>
</html>
`;
}

/** A side as a heading has it; its filter stands below, whole. */
function toSideName(filter: ArticleFilter): string {
  const { name, rest } = sideWords(filter);
  return [name ?? words.all, ...rest].join(', ');
}

const section = (id: ComparisonPart | 'definitions', title: string, inside: readonly string[]) =>
  `<section id="${id}"><h2>${escape(title)}</h2>\n${inside.join('\n')}\n</section>`;

/** The filters, who was counted, what is thin, and what was left out. */
function toCounted({ compared, counts }: WholeComparison): string {
  const filters = sides.map(
    (side) =>
      `<li><span class="mark ${side}">${side.toUpperCase()}</span> <code dir="auto">${escape(printFilter(compared[side]) || words.all)}</code></li>`,
  );
  const said = [
    compared.checkedOnly ? words.checkedOnly : words.notCheckedOnly,
    ...sides.flatMap((side) => (counts[side].thin.length > 0 ? [compareMessages.thin(side, counts[side])] : [])),
    ...sides.map((side) => compareMessages.whose(side, counts[side].by)),
    compareMessages.leftOut(counts),
  ];
  return `<h3>${escape(words.filters)}</h3>\n<ul class="filters">${filters.join('')}</ul>\n${said.map(paragraph).join('\n')}`;
}

function toTable({ title, note, columns, rows }: Table): string {
  const heads = columns.map((column) => `<th scope="col"${toClass(column)}>${escape(column.title)}</th>`);
  const shown = rows
    .slice(0, MOST_ROWS)
    .map((row) => `<tr>${row.map((cell, n) => toCell(cell, columns[n]!)).join('')}</tr>`);
  const left = rows.length > MOST_ROWS ? paragraph(words.firstRows(MOST_ROWS, rows.length)) : '';
  const body =
    rows.length === 0
      ? paragraph(words.noRows)
      : `<table><thead><tr>${heads.join('')}</tr></thead>\n<tbody>\n${shown.join('\n')}\n</tbody></table>`;
  return `<h3 dir="auto">${escape(title)}</h3>\n<div class="scroll" role="group" aria-label="${escape(title)}" tabindex="0">${body}</div>\n${left}${paragraph(note)}`;
}

const toClass = (column: Column) => (isNumeric(column) ? ' class="num"' : '');

function toCell(cell: Cell, column: Column): string {
  const read = printCell(cell, column);
  return `<td${toClass(column)}>${column.kind === 'theirs' ? theirs(read) : escape(read)}</td>`;
}

/** Conflicts as questions, each with the two sentences that it comes from. */
function toConflicts(events: readonly ComparedEvent[]): string {
  const all = events.flatMap((event) =>
    event.conflicts.filter(({ isComparable }) => isComparable).map((conflict) => ({ event, conflict })),
  );
  const asked = all.slice(0, MOST_CONFLICTS).map(({ event, conflict }) => {
    const ends = [conflict.one, conflict.other].map((end) =>
      toSentence(
        event.versions.find(({ claim }) => claim === end.claim)!,
        end.says,
      ),
    );
    return `<article class="question"><h4 dir="auto">${theirs(event.title)} · <span>${escape(conflict.question)}</span></h4>\n${paragraph(conflict.hint)}\n${ends.join('\n')}</article>`;
  });
  const more = all.length > MOST_CONFLICTS ? paragraph(words.moreConflicts(all.length - MOST_CONFLICTS)) : '';
  return `<h3>${escape(words.conflicts)}</h3>\n${paragraph(all.length === 0 ? words.noConflicts : words.conflictsNote)}\n${asked.join('\n')}${more}`;
}

function toSentence({ side, quote, outlet, title, date, speakers }: ClaimVersion, says: string): string {
  const who = speakers.map(({ name, words: said }) => name || said).filter((name) => name !== '');
  const where = [outlet ?? '', title, date === null ? '' : dateWords(date)].filter((each) => each !== '');
  return `<figure class="said"><figcaption><span class="mark ${side}">${side.toUpperCase()}</span> <b>${escape(says)}</b> <bdi>${escape(who.join(', ') || words.unsaid)}</bdi> <bdi class="hint">${escape(where.join(' · '))}</bdi></figcaption><blockquote dir="auto">${escape(quote)}</blockquote></figure>`;
}

const toDefinitions = () =>
  `<dl class="definitions">${definitions.map(([name, text]) => `<dt>${escape(name)}</dt><dd>${escape(text)}</dd>`).join('\n')}</dl>`;
