/** Lone surrogates besides. */
const FORBIDDEN = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/gu;
const SPECIAL = /[&<>"\t\n\r]/gu;
const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Without the characters that XML 1.0 has no way to write, each of them U+FFFD: offsets stay as they are in every unit. */
export const replaceForbidden = (text: string) => text.replace(FORBIDDEN, '\uFFFD').toWellFormed();

/** A value, spans in it and all, with every string so. */
export function replaceInValue(value: unknown): unknown {
  if (typeof value === 'string') return replaceForbidden(value);
  if (typeof value !== 'object') return value;
  return JSON.parse(JSON.stringify(value), (_, each: unknown) =>
    typeof each === 'string' ? replaceForbidden(each) : each,
  );
}

export const isForbiddenIn = (value: unknown): boolean =>
  typeof value === 'string'
    ? !value.isWellFormed() || value.search(FORBIDDEN) !== -1
    : typeof value === 'object' && value !== null && Object.values(value).some(isForbiddenIn);

/** For an attribute, or for an element on one line. */
export const escapeXml = (text: string) => replaceForbidden(text).replace(SPECIAL, (sign) => ESCAPED[sign]!);

/** For an element whose line ends and tabs stand as they are. */
export const escapeXmlText = (text: string) => replaceForbidden(text).replace(/[&<>\r]/gu, (sign) => ESCAPED[sign]!);

/** Attributes with a blank before each; those that are null or undefined are left out. */
export function toXmlAttributes(attributes: Readonly<Record<string, string | number | null | undefined>>): string {
  let written = '';
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== undefined)
      written += ` ${name}="${typeof value === 'number' ? value : escapeXml(value)}"`;
  return written;
}
