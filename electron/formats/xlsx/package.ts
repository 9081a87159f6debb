import type { Chunk } from '../format.ts';
import { escapeWords } from './cells.ts';
import type { SheetPart } from './sheets.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** All parts of a workbook but its sheets. No date is in them. Source: ECMA-376, part 1, 12. */
export function* writePackage(sheets: readonly SheetPart[]): Generator<Chunk> {
  yield xml('[Content_Types].xml', toContentTypes(sheets));
  yield xml('_rels/.rels', toRelationships([['officeDocument', 'xl/workbook.xml']]));
  yield xml('xl/workbook.xml', toWorkbook(sheets));
  yield xml(
    'xl/_rels/workbook.xml.rels',
    toRelationships([
      ...sheets.map(({ file }): [string, string] => ['worksheet', file.replace(/^xl\//u, '')]),
      ['styles', 'styles.xml'],
    ]),
  );
  yield xml('xl/styles.xml', STYLES);
}

const xml = (file: string, content: string): Chunk => ({ file, text: DECLARATION + content });

const toContentTypes = (sheets: readonly SheetPart[]) =>
  [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`,
    ...sheets.map(({ file }) => `<Override PartName="/${file}" ContentType="${TYPE}.worksheet+xml"/>`),
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
    '</Types>',
  ].join('');

const toRelationships = (targets: readonly [string, string][]) =>
  [
    `<Relationships xmlns="${PACKAGE}/relationships">`,
    ...targets.map(
      ([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    ),
    '</Relationships>',
  ].join('');

const toWorkbook = (sheets: readonly SheetPart[]) =>
  [
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`,
    ...sheets.map(({ title }, n) => `<sheet name="${escapeWords(title)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`),
    '</sheets></workbook>',
  ].join('');

/** Words stand at the top of their cells and take as many lines as they need; headings are bold. */
const STYLES = [
  `<styleSheet xmlns="${MAIN}">`,
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="2">',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  '</cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');
