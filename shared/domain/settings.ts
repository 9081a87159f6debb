import { z } from 'zod';
import { typedName } from './typed-text.ts';

export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

/**
 * How articles are set. `sizePx`: of a paragraph's letters; `measure`: letters a line; `lineHeight`: times the size, before what deep
 * highlights add; `font`: one of those that ship with Galley.
 */
export const Reading = z.object({
  sizePx: z.int().min(14).max(28).default(18),
  measure: z.int().min(45).max(95).default(70),
  lineHeight: z.number().min(1.5).max(2.4).default(1.8),
  font: z.enum(['serif', 'sans']).default('serif'),
  paper: z.enum(['plain', 'sepia']).default('plain'),
  boilerplate: z.enum(['dimmed', 'folded']).default('dimmed'),
  suggestions: z.enum(['shown', 'hidden']).default('shown'),
});
export type Reading = z.infer<typeof Reading>;
const { sizePx, measure, lineHeight, font, paper, boilerplate, suggestions } = Reading.shape;
/** What is not named stays as it is. */
export const ReadingChanges = z
  .object({
    sizePx: sizePx.removeDefault(),
    measure: measure.removeDefault(),
    lineHeight: lineHeight.removeDefault(),
    font: font.removeDefault(),
    paper: paper.removeDefault(),
    boilerplate: boilerplate.removeDefault(),
    suggestions: suggestions.removeDefault(),
  })
  .partial();

/** Keys of commands that a person has changed, by the command's name; none of them: the command has no key. */
export const ChangedKeys = z.record(z.string().max(40), z.array(z.string().min(1).max(40)).max(4));
export type ChangedKeys = z.infer<typeof ChangedKeys>;

/** When a person last looked at the decisions on their work, by uid of corpus and name. Unit: ISO 8601, UTC. */
export const LastLooks = z.record(z.string().max(200), z.iso.datetime());

export const MOST_RECENT = 20;
export const MOST_KNOWN = 200;

/** What this installation remembers, for all doors alike. Nothing of it is in the corpus. */
export const Settings = z.object({
  name: typedName(100).nullable().default(null),
  theme: Theme.default('system'),
  reading: Reading.prefault({}),
  keys: ChangedKeys.default({}),
  looked: LastLooks.default({}),
  /** The folder in which backups of all corpora are put; beside each corpus where there is none. */
  backups: z.string().nullable().default(null),
  /** Paths, newest first. */
  recent: z.array(z.string()).max(MOST_RECENT).default([]),
  /** Corpora that were made or checked here; others are checked in a process of their own before they are opened. */
  known: z
    .array(z.object({ path: z.string(), uid: z.string() }))
    .max(MOST_KNOWN)
    .default([]),
});
export type Settings = z.infer<typeof Settings>;

/** What a page may read and set; paths stay with the host. */
export const PageSettings = Settings.pick({ name: true, theme: true, reading: true, keys: true, looked: true }).extend({
  suggestedName: z.string(),
});
export type PageSettings = z.infer<typeof PageSettings>;
