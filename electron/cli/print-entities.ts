import type { ListedEntity } from '#shared/domain/entity';
import type { OutsidePackage } from '#shared/domain/outside';
import { cliMessages } from '#shared/messages/en/command-line';
import { entityCliMessages } from '#shared/messages/en/entities';
import { outsideMessages } from '#shared/messages/en/outside';
import { printTable } from './print.ts';

type Outside = ReadonlyMap<string, OutsidePackage> | null;

/**
 * An entity that was listed with details, in the form that `galley entities --import` takes; counts stand beside, in a package with
 * that of mentions which are not in it.
 */
export function toPrinted(entity: ListedEntity, outside: Outside) {
  const { uid, label, kind, name, aliases, count, byRule, details } = entity;
  const { description, latitude, longitude, refs, forms, aliases: known } = details!;
  return {
    ...{ uid, label, kind, name, aliases },
    usedBy: known.flatMap(({ form, outlet }) => (outlet === null ? [] : [{ form, outlet }])),
    neverAlone: known.filter(({ neverAlone }) => neverAlone).map(({ form }) => form),
    ...{ description, latitude, longitude, refs, count, byRule, forms },
    ...(outside && { mentionsOutside: outside.get(uid)?.mentions ?? 0 }),
  };
}

/** So many forms of an entity fit into a line. */
const MOST_FORMS = 3;

/** `outside`: what of them is not in the package that is open; null where what is open is none. */
export function printEntities(entities: ListedEntity[], outside: Outside): void {
  const rows = entities.map(({ uid, label, kind, name, count, byRule, details }) => [
    uid.slice(0, 18),
    label,
    kind,
    name,
    count,
    byRule,
    details!.forms
      .slice(0, MOST_FORMS)
      .map(({ form, outlet, count: n }) => `${form} (${outlet ?? cliMessages.unknownOutlet}) ${n}`)
      .join('; '),
    ...(outside ? [outsideMessages.cell(outside.get(uid)?.mentions ?? 0, 'mention')] : []),
  ]);
  printTable([...entityCliMessages.heads, ...(outside ? [outsideMessages.column] : [])], rows);
}
