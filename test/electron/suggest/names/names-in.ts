import type { Found } from '../../../../electron/suggest/found.ts';
import { findNames } from '../../../../electron/suggest/names/find-names.ts';
import type { KnownForm, PlaceLookUp } from '../../../../electron/suggest/names/knowledge.ts';
import { toForm } from '../../../../electron/suggest/names/listed-names.ts';

type Given = {
  forms?: readonly KnownForm[];
  places?: readonly string[];
  language?: string | null;
  blocks?: { kind: string; start: number; end: number }[];
};

/** What is found in an invented text, English unless said otherwise. `places`: cities that a gazetteer knows. */
export function find(text: string, { forms = [], places = [], language = 'en', blocks = [] }: Given = {}): Found[] {
  const lookUp: PlaceLookUp = {
    findKnown: (name) => (places.includes(name) ? { kind: 'settlement', population: 100_000 } : undefined),
  };
  return findNames({ text, blocks, language }, { forms, places: lookUp });
}

/** The same as "actor: Reef Front", in reading order. */
export const namesIn = (text: string, given: Given = {}): string[] =>
  find(text, given).map(({ label, spans: [span] }) => `${label}: ${text.slice(span!.start, span!.end)}`);

/** A form that was tagged before, three times unless said otherwise. */
export const tagged = (written: string, label: string, more: Partial<KnownForm> = {}): KnownForm => ({
  ...{ form: toForm(written), written, label, tagged: 3, isAlias: false, isNeverAlone: false },
  ...more,
});

/** An alias of an entity that was never met. */
export const alias = (written: string, label: string, entity: string, isNeverAlone = false): KnownForm =>
  tagged(written, label, { tagged: 0, isAlias: true, isNeverAlone, entity });
