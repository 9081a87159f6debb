import type { Annotation } from '#shared/domain/annotation';
import type { OutsideId } from '#shared/domain/entity';
import type { DatasetEntity } from '../format.ts';
import { escapeXml } from '../xml/escape-xml.ts';

type Sort = { list: string; element: string; name: string };
const PLACE: Sort = { list: 'listPlace', element: 'place', name: 'placeName' };
const PERSON: Sort = { list: 'listPerson', element: 'person', name: 'persName' };
/** Whatever acts and is no person: armies, agencies, states. */
const ORG: Sort = { list: 'listOrg', element: 'org', name: 'orgName' };

/** Places are known by where they lie or by their label, persons by their kind. */
function sortOf({ label, kind, details: { latitude } }: DatasetEntity): Sort {
  if (latitude !== null || label === 'location') return PLACE;
  return kind?.toLowerCase() === 'person' ? PERSON : ORG;
}

/** Lists of the entities that annotations name, each described once. */
export function writeEntities(
  annotations: readonly Annotation[],
  entities: ReadonlyMap<string, DatasetEntity>,
): string[] {
  const named = new Set(annotations.map(({ entityUid }) => entityUid));
  const known = [...named].flatMap((uid) => (uid !== null && entities.has(uid) ? [entities.get(uid)!] : []));
  return [...Map.groupBy(known, sortOf)].flatMap(([{ list, element, name }, members]) => [
    `<${list}>`,
    ...members.map((entity) => toEntity(entity, element, name)),
    `</${list}>`,
  ]);
}

function toEntity({ uid, name, details }: DatasetEntity, element: string, nameElement: string): string {
  const { description, latitude, longitude, refs } = details;
  return [
    `<${element} xml:id="e-${uid}">`,
    `<${nameElement} xml:space="preserve">${escapeXml(name)}</${nameElement}>`,
    ...(latitude === null ? [] : [`<location><geo>${latitude} ${longitude}</geo></location>`]),
    ...(description === '' ? [] : [`<note xml:space="preserve">${escapeXml(description)}</note>`]),
    ...toIds(refs),
    `</${element}>`,
  ].join('');
}

/** Within a note, since not all of these elements have ids of their own. */
const toIds = (refs: readonly OutsideId[]): string[] =>
  refs.length === 0
    ? []
    : [
        '<note type="ids">',
        ...refs.map(
          ({ scheme, value }) => `<idno type="${toToken(scheme)}" xml:space="preserve">${escapeXml(value)}</idno>`,
        ),
        '</note>',
      ];

const toToken = (scheme: string) => escapeXml(scheme.replace(/[\p{C}\p{Z}]+/gu, '_'));
