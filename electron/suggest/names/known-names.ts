import type { Span } from '#shared/domain/span';
import type { SuggestionRule } from '#shared/domain/suggestion';
import type { Token } from '#shared/text/tokens';
import { addCues, noCues, type Cues } from './context.ts';
import { FormIndex } from './form-index.ts';
import type { KnownForm } from './knowledge.ts';
import { placeKinds } from './lists/place-words.ts';
import { isWrittenAlike } from './written.ts';

export type NameLabel = 'actor' | 'location';
export const isNameLabel = (label: string): label is NameLabel => label === 'actor' || label === 'location';

/** Words that the corpus knows as a name, where they stand in a text. `form`: theirs, without an article at its start. */
export type KnownHit = Span & { form: string; forms: readonly KnownForm[] };

/** Why known words are suggested as something, and whom they mean. */
export type Ground = { rule: SuggestionRule; reason: Readonly<Record<string, string | number>>; entity?: string };

/** The Arabic article at the start of a form, which a name may be written with and without. */
const article = /^(?:[ae]l|[ae](?:s|sh|n|r|t|th|z|d|dh)) (?=.)/u;
export const withoutArticle = (form: string) => form.replace(article, '');

/** An alias says this much for the label of its entity, but where tags tell of two; words that were tagged once this. Unit: as cues. */
const OF_ALIAS = 2.5;
const OF_ONE_TAG = 1.5;
/** … and so much more for each doubling of the times that they were. */
const OF_MORE_TAGS = 0.6;

/** What the corpus knows of the names of one text. */
export class KnownNames {
  /** The longest at each place, from left to right; of names only, not of other labels. */
  readonly hits: readonly KnownHit[];
  readonly #byForm = new Map<string, Set<KnownForm>>();

  constructor(text: string, tokens: readonly Token[], forms: Iterable<KnownForm>) {
    this.hits = findKnownForms(text, tokens, forms);
    for (const { form, forms: met } of this.hits) {
      const same = this.#byForm.get(form);
      if (same) for (const known of met) same.add(known);
      else this.#byForm.set(form, new Set(met));
    }
  }

  #list(form: string): KnownForm[] {
    return [...(this.#byForm.get(form) ?? [])];
  }

  /** What earlier tags and aliases say of a name, without an article before it. */
  readCues(form: string): Cues {
    const forms = this.#list(form);
    const total = sumOf(forms);
    const weight = total === 0 ? 0 : OF_ONE_TAG + OF_MORE_TAGS * Math.log2(total);
    const isMixed = this.isMixed(form);
    return forms.reduce((cues, { label, tagged, isAlias }) => {
      const ofTags = total === 0 ? 0 : (weight * tagged) / total;
      const says = isAlias && !(isMixed && total > 0) ? OF_ALIAS : ofTags;
      return addCues(cues, label === 'actor' ? { actor: says, location: 0 } : { actor: 0, location: says });
    }, noCues);
  }

  /** Whether the same words were tagged as an actor here and as a location there. */
  isMixed(form: string): boolean {
    return new Set(this.#list(form).map(({ label }) => label)).size > 1;
  }

  /** What the suggestion of a known name rests on; undefined where the corpus does not know it as this. */
  findGround(form: string, label: NameLabel): Ground | undefined {
    return toGround(this.#list(form).filter((known) => known.label === label));
  }

  /** The same for the longest end of a form: of a person with a title the name, of a full name the last one. */
  findGroundOfPart(form: string, label: NameLabel): Ground | undefined {
    for (let at = form.indexOf(' '); at >= 0; at = form.indexOf(' ', at + 1)) {
      const ground = this.findGround(withoutArticle(form.slice(at + 1)), label);
      if (ground) return ground;
    }
    return undefined;
  }
}

/** Where known names stand, whole words alone, each the longest at its place. */
export function findKnownForms(text: string, tokens: readonly Token[], forms: Iterable<KnownForm>): KnownHit[] {
  const all = [...forms];
  const isVague = ({ isAlias, isNeverAlone }: KnownForm) => isAlias && isNeverAlone;
  const vague = new Set(all.filter(isVague).map(({ form }) => form));
  const index = new FormIndex<KnownForm>();
  for (const known of all)
    if (!isVague(known)) index.add(known.form, vague.has(known.form) ? withoutEntity(known) : known);
  return index
    .find(text, tokens, ({ written }, { start, end }) => isWrittenAlike(text.slice(start, end), written))
    .map(({ from, to, values }) => {
      const isTaggedSo = values.some(({ tagged, written }) => tagged > 0 && /(?:^|\s)\p{Ll}[^\s]*$/u.test(written));
      const kept = isTaggedSo ? to : trimKind(text, tokens, from, to);
      const form = withoutArticle(
        tokens
          .slice(from, kept)
          .map(({ token }) => token)
          .join(' '),
      );
      return {
        start: tokens[from]!.start,
        end: tokens[kept - 1]!.end,
        form,
        forms: values,
      };
    });
}

/** Words that do not say by themselves who is meant name nobody, however often they were linked. */
function withoutEntity({ entity: _, ...known }: KnownForm): KnownForm {
  return known;
}

/** An entity may be called "Varn Province"; where "Varn province" was never tagged, the name in it is "Varn". */
function trimKind(text: string, tokens: readonly Token[], from: number, to: number): number {
  const { token, start, end } = tokens[to - 1]!;
  return to - from > 1 && placeKinds.has(token) && text.slice(start, end) === token ? to - 1 : to;
}

/** The reason that forms of one label give. */
export function toGround(forms: readonly KnownForm[]): Ground | undefined {
  const most = forms.toSorted((a, b) => b.tagged - a.tagged)[0];
  if (!most) return undefined;
  const alias = forms.find(({ isAlias }) => isAlias);
  const entity = alias?.entity ?? most.entity;
  const who = entity === undefined ? {} : { entity };
  if (alias) return { rule: 'alias', reason: { form: alias.written }, ...who };
  return { rule: 'tagged', reason: { form: most.written, n: sumOf(forms) }, ...who };
}

const sumOf = (forms: readonly KnownForm[]) => forms.reduce((sum, { tagged }) => sum + tagged, 0);
