import type { DatasetCluster, DatasetEntity } from '../format.ts';
import type { EntityRecord, EventCardRecord } from './records.ts';

export function toEntityRecord({ uid, label, kind, name, details }: DatasetEntity): EntityRecord {
  const { description, latitude, longitude, refs, aliases } = details;
  return {
    galley: 1,
    id: uid,
    label,
    kind,
    name,
    description,
    latitude,
    longitude,
    refs,
    aliases: aliases.map(({ form, script, outlet, neverAlone }) => ({ form, script, outlet, never_alone: neverAlone })),
  };
}

export const toEventCardRecord = ({ uid, title, date, place, note, members }: DatasetCluster): EventCardRecord => ({
  galley: 1,
  id: uid,
  title,
  date,
  place,
  note,
  members,
});
