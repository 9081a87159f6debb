import type { ListedEntity } from '#shared/domain/entity';
import { cliMessages } from '#shared/messages/en/command-line';
import { entityCliMessages } from '#shared/messages/en/entities';
import { printTable } from './print.ts';

/** An entity that was listed with details, in the form that `galley entities --import` takes; counts stand beside. */
export function toPrinted({ uid, label, kind, name, aliases, count, byRule, details }: ListedEntity) {
  const { description, latitude, longitude, refs, forms, aliases: known } = details!;
  return {
    ...{ uid, label, kind, name, aliases },
    usedBy: known.flatMap(({ form, outlet }) => (outlet === null ? [] : [{ form, outlet }])),
    neverAlone: known.filter(({ neverAlone }) => neverAlone).map(({ form }) => form),
    ...{ description, latitude, longitude, refs, count, byRule, forms },
  };
}

/** So many forms of an entity fit into a line. */
const MOST_FORMS = 3;

export function printEntities(entities: ListedEntity[]): void {
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
  ]);
  printTable([...entityCliMessages.heads], rows);
}
