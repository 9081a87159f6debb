import type { Attribute } from '#shared/domain/attribute';
import type { Label } from '#shared/domain/codebook';

/** What a value is written with in Label Studio. */
export type Control = 'choices' | 'textarea' | 'number';

/** Undefined for what Label Studio has nothing to show with: lists, groups, entities, spans. These go along unseen. */
export function controlOf({ type, isList }: Pick<Attribute, 'type' | 'isList'>): Control | undefined {
  if (isList) return undefined;
  switch (type) {
    case 'choice':
    case 'choices':
    case 'yes-no':
      return 'choices';
    case 'text':
    case 'date':
      return 'textarea';
    case 'number':
      return 'number';
    default:
      return undefined;
  }
}

/** A control's name, the same in every task and in the labelling configuration. */
export const nameControl = (label: Pick<Label, 'name'>, attribute: Pick<Attribute, 'name'>) =>
  `${label.name}: ${attribute.name}`;

/** The attribute that a control is for: its name, without the label that we write before it. */
export const attributeOf = (control: string, label: string) =>
  control.startsWith(`${label}: `) ? control.slice(label.length + 2) : control;
