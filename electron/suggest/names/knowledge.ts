/**
 * A name that the corpus knows: an alias of an entity, or words that were tagged before. One for each form, label and entity.
 *
 * `label`: a built-in one by name, any other by uid; for an alias, that of its entity. A form longer than MOST_TOKENS is no name.
 */
export type KnownForm = {
  /** Its tokens (`tokenise`: folded), joined by single blanks. */
  form: string;
  /** As it is written, most often: capitals tell “IS” from “is”. */
  written: string;
  label: string;
  /** By uid; undefined where the tags of this form name none. */
  entity?: string;
  /** How many annotations that count tagged it so; 0 for an alias that was never met. */
  tagged: number;
  isAlias: boolean;
  /** An alias that does not say by itself who is meant (“militants”). */
  isNeverAlone: boolean;
};

/** What is asked of a gazetteer: enough to tell a city from a farm that is called like a common word. */
export type PlaceLookUp = {
  /** The best known place of exactly this name. */
  findKnown(name: string): KnownPlace | undefined;
};

/** `population`: 0 where the source has none. */
type KnownPlace = { kind: string; population: number };

/** What is known beyond the text; nothing here reads a file or a corpus. */
export type NameKnowledge = {
  /** Every form that may stand in the text, in any order: at least those whose first token is one of the text's. */
  forms: Iterable<KnownForm>;
  /** Undefined where names are to be found without one. */
  places?: PlaceLookUp;
};

/** Unit: tokens. Longer than any name: "Ministry of Agriculture, Forestry and Fisheries of the Republic of …" has 12. */
export const MOST_TOKENS = 16;
