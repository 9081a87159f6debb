import type { TypeSystem } from './cas.ts';

const type = (supertype: string, ranges: Record<string, string> = {}) => ({
  supertype,
  ranges: new Map(Object.entries(ranges)),
});
const TOP = 'uima.cas.TOP';

const array = (item: string) => type('uima.cas.ArrayBase', { elements: `${item}[]` });
const list = (supertype: string, head: string) => type(supertype, { head, tail: supertype });

/** What every CAS has without saying so. */
export const builtInTypes = (): TypeSystem =>
  new Map([
    ['uima.cas.AnnotationBase', type(TOP, { sofa: 'uima.cas.Sofa' })],
    ['uima.tcas.Annotation', type('uima.cas.AnnotationBase', { begin: 'uima.cas.Integer', end: 'uima.cas.Integer' })],
    ['uima.tcas.DocumentAnnotation', type('uima.tcas.Annotation', { language: 'uima.cas.String' })],
    [
      'uima.cas.Sofa',
      type(TOP, {
        sofaNum: 'uima.cas.Integer',
        sofaID: 'uima.cas.String',
        mimeType: 'uima.cas.String',
        sofaString: 'uima.cas.String',
        sofaURI: 'uima.cas.String',
        sofaArray: TOP,
      }),
    ],
    ['uima.cas.FSArray', array(TOP)],
    ...['String', 'Boolean', 'Short', 'Integer', 'Long', 'Float', 'Double'].map(
      (item) => [`uima.cas.${item}Array`, array(`uima.cas.${item}`)] as const,
    ),
    ['uima.cas.NonEmptyFSList', list('uima.cas.FSList', TOP)],
    ['uima.cas.NonEmptyStringList', list('uima.cas.StringList', 'uima.cas.String')],
    ['uima.cas.NonEmptyIntegerList', list('uima.cas.IntegerList', 'uima.cas.Integer')],
    ['uima.cas.NonEmptyFloatList', list('uima.cas.FloatList', 'uima.cas.Float')],
  ]);

const NUMBERS = new Set(['Integer', 'Float', 'Double', 'Long', 'Short', 'Byte']);

/** What a range holds, one by one: `many` where it may be several of them, in an array or a list. */
export function readRange(range: string): { of: 'string' | 'number' | 'boolean' | 'reference'; many: boolean } {
  const many = /(?:Array|List|\[\])$/u.test(range);
  const item = range.replace(/(?:Array|List|\[\])$/u, '').replace(/^uima\.cas\./u, '');
  if (item === 'String') return { of: 'string', many };
  if (item === 'Boolean') return { of: 'boolean', many };
  return { of: NUMBERS.has(item) ? 'number' : 'reference', many };
}
