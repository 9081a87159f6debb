import type { FoundPlace, Matched, Place } from '#shared/domain/place';
import type { Gazetteer } from './gazetteer.ts';
import { readKind, stripKind } from './kind-words.ts';
import { hasArabic, measureDistance, toBareForm, toPlainForm, toSound } from './spelling.ts';

export type FindOptions = {
  /** How much of what a corpus is about lies in each country, by ISO code; from 0 to 1, together at most 1. */
  countryWeights?: Readonly<Record<string, number>>;
  limit?: number;
};

/** Beyond it two sounds are two names. */
const FARTHEST = 0.5;
/** How far a Latin form is taken to be from Arabic letters, which have no vowels to compare. */
const UNVOWELLED = 0.3;
/** Who writes an article means a name that has one. */
const WITHOUT_ARTICLE = 0.1;
const LONGEST_QUERY = 200;
/** Where the article may be written as one word with the name. */
const joinedArticle = /^al(?=\p{L}{4})/u;

type Match = { row: number; form: string; matched: Matched; distance: number };

/** How far a form of the same consonants is from what was asked; undefined where too far. */
function compare(form: string, plain: string): Omit<Match, 'row' | 'form'> | undefined {
  if (form === plain) return { matched: 'exact', distance: 0 };
  const [bareForm, bare] = [toBareForm(form), toBareForm(plain)];
  if (bareForm === bare) return { matched: 'article', distance: 0 };
  // every place has a name in Latin letters, which says more of how it sounds than one without vowels
  if (hasArabic(form) && !hasArabic(plain)) return undefined;
  const isBare = bare !== plain && bareForm === form;
  const distance =
    (hasArabic(form) === hasArabic(plain) ? measureDistance(toSound(bareForm), toSound(bare)) : UNVOWELLED) +
    (isBare ? WITHOUT_ARTICLE : 0);
  return distance > FARTHEST ? undefined : { matched: 'spelling', distance };
}

/** The best match of each place. */
function listMatches(gazetteer: Gazetteer, plain: string): Map<number, Match> {
  const best = new Map<number, Match>();
  for (const { form, rows } of gazetteer.listAlike(plain)) {
    const compared = compare(form, plain);
    if (!compared) continue;
    for (const row of rows) {
      const known = best.get(row);
      if (!known || toCost(compared) < toCost(known)) best.set(row, { row, form, ...compared });
    }
  }
  return best;
}

/** What a match that is not exact is put back by. Unit: powers of ten of how likely a place is meant. */
function toCost({ matched, distance }: Pick<Match, 'matched' | 'distance'>): number {
  if (matched === 'exact') return 0;
  if (matched === 'article') return 0.2;
  return 0.5 + 3 * distance;
}

/** How likely a place is meant before its name is looked at. Unit: powers of ten. */
function toPrior(place: Place, countryWeights: Readonly<Record<string, number>>): number {
  // a country of which nothing was read is a hundredth as likely as one of which all was
  const country = Math.log10((countryWeights[place.countryCode] ?? 0) + 0.01) + 2;
  // a place that the source counts nobody in is taken for a small town
  const people = Math.log10((place.population || 1000) + 100) / 3;
  const kind = { country: 0.6, region: -0.2, capital: 0.2, seat: 0.1, settlement: 0, quarter: -0.3, former: -0.5 }[
    place.kind
  ];
  return country + people + kind;
}

/** Whether what stands behind a comma names the place's country or region. */
const liesIn = (place: Place, area: string) =>
  [place.country, place.region, place.countryCode].some((name) => toPlainForm(name) === area);

/**
 * Places of this name or one that sounds like it, the likeliest first; none where nothing does.
 *
 * By how well the name fits, where the corpus looks, and how many live there: a name that is spelt otherwise in a country that the
 * corpus is about can stand before a village of just this name elsewhere. `Tripoli, Lebanon` prefers what lies there.
 */
export function findPlaces(gazetteer: Gazetteer, query: string, options: FindOptions = {}): FoundPlace[] {
  const { countryWeights = {}, limit = 10 } = options;
  const [name = '', ...areas] = query.slice(0, LONGEST_QUERY).split(/[,،]/u).map(toPlainForm);
  const whole = name;
  const said = readKind(whole);
  const part = stripKind(whole);
  const matches = listMatches(gazetteer, whole);
  const add = (form: string, matched: Matched, mayDiffer: boolean) => {
    for (const match of form === whole ? [] : listMatches(gazetteer, form).values()) {
      const differs = match.matched === 'spelling';
      if (!matches.has(match.row) && (mayDiffer || !differs))
        matches.set(match.row, { ...match, matched: differs ? 'spelling' : matched });
    }
  };
  add(part, 'part', true);
  add(whole.replace(joinedArticle, ''), 'article', false);

  const area = areas.find((each) => each !== '');
  const scored = [...matches.values()].map((match) => {
    const place = gazetteer.getPlace(match.row);
    const isSaid = said !== undefined && (said === 'region') === (place.kind === 'region');
    const isThere = area !== undefined && liesIn(place, area);
    const score = toPrior(place, countryWeights) - toCost(match) + (isSaid ? 1 : 0) + (isThere ? 3 : 0);
    return { place, match, score };
  });
  scored.sort((a, b) => b.score - a.score || a.match.row - b.match.row);
  return scored.slice(0, limit).map(({ place, match }) => ({ ...place, matched: match.matched, form: match.form }));
}
