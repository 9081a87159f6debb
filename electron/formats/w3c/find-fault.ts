import { w3cMessages } from '#shared/messages/en/formats/w3c';
import { isObject, type Json } from '../json/recognise-values.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const COMPOSITES = new Set(['Choice', 'Composite', 'List', 'Independents']);

export const listOf = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** An address as programs write it, also one that leads on from elsewhere (`#a1`). */
const isAddress = (value: unknown): value is string => typeof value === 'string' && /^[^\s<>"{}|\\^`]+$/u.test(value);
/** One that stands by itself. */
const isUri = (value: unknown) => isAddress(value) && /^[a-z][a-z0-9+.-]*:/iu.test(value);
const isTime = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/u.test(value);

export const isContext = (value: unknown) => listOf(value).includes(CONTEXT);

/** Why something is no annotation as the Web Annotation Data Model has them (W3C, 2017); undefined where it is. */
export function findFault(annotation: Json, { hasContext }: { hasContext: boolean }): string | undefined {
  const { type, id, target, body, bodyValue } = annotation;
  if (!hasContext && !isContext(annotation['@context'])) return w3cMessages.badContext;
  if (!listOf(type).includes('Annotation')) return w3cMessages.badType;
  if (!isAddress(id)) return w3cMessages.badId;
  if (target === undefined) return w3cMessages.noTarget;
  if (body !== undefined && bodyValue !== undefined) return w3cMessages.twoBodies;
  if (bodyValue !== undefined && typeof bodyValue !== 'string') return w3cMessages.notText('bodyValue');
  return findFaultOfLife(annotation) ?? firstFault(listOf(body), 'body') ?? firstFault(listOf(target), 'target');
}

function findFaultOfLife(annotation: Json): string | undefined {
  for (const name of ['created', 'modified', 'generated'])
    if (name in annotation && !isTime(annotation[name])) return w3cMessages.notTime(name);
  for (const name of ['creator', 'generator'])
    if (!listOf(annotation[name]).every((each) => isAddress(each) || isObject(each))) return w3cMessages.notAgent(name);
  for (const name of ['rights', 'canonical', 'via'])
    if (!listOf(annotation[name]).every(isUri)) return w3cMessages.notUri(name);
  return undefined;
}

function firstFault(resources: readonly unknown[], of: 'body' | 'target'): string | undefined {
  for (const each of resources) {
    const fault = isObject(each) ? findFaultOf(each) : isAddress(each) ? undefined : badResource[of];
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const badResource = { body: w3cMessages.badBody, target: w3cMessages.badTarget };

/** Of a body or target that is described. */
function findFaultOf(resource: Json): string | undefined {
  const { type, id, value, items, textDirection, format, processingLanguage, source, selector } = resource;
  const types = listOf(type);
  if (id !== undefined && !isAddress(id)) return w3cMessages.notUri('id');
  if (types.includes('TextualBody') && typeof value !== 'string') return w3cMessages.notText('value');
  if (!listOf(format).every((each) => typeof each === 'string')) return w3cMessages.notText('format');
  if (Array.isArray(processingLanguage)) return w3cMessages.notText('processingLanguage');
  if (textDirection !== undefined && !['ltr', 'rtl', 'auto'].includes(textDirection as string))
    return w3cMessages.badDirection;
  if (items !== undefined && types.filter((each) => COMPOSITES.has(each as string)).length !== 1)
    return w3cMessages.noItems;
  // Recogito says by its id or value what a body is
  if (types.includes('SpecificResource') && (source ?? id ?? value) === undefined) return w3cMessages.noSource;
  return listOf(selector)
    .map(findFaultOfSelector)
    .find((fault) => fault !== undefined);
}

function findFaultOfSelector(selector: unknown): string | undefined {
  if (isAddress(selector)) return undefined;
  if (!isObject(selector)) return w3cMessages.badSelector;
  const { type, start, end, exact, value, id } = selector;
  switch (type) {
    case 'TextPositionSelector':
    case 'DataPositionSelector':
      return isOffset(start) && isOffset(end) && start <= end ? undefined : w3cMessages.badPosition;
    case 'TextQuoteSelector':
      return typeof exact === 'string' ? undefined : w3cMessages.noExact;
    case 'FragmentSelector':
    case 'CssSelector':
    case 'XPathSelector':
      return typeof value === 'string' ? undefined : w3cMessages.noValue;
    case 'SvgSelector':
      return typeof value === 'string' || isAddress(id) ? undefined : w3cMessages.noValue;
    default:
      // whoever makes annotations may have kinds of their own: the others beside them say where the words stand
      return listOf(type).some((each) => typeof each === 'string') ? undefined : w3cMessages.badSelector;
  }
}

const isOffset = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
