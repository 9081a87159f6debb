import type { SuggestionRule } from '#shared/domain/suggestion';
import { pairAcronyms } from './acronyms.ts';
import { shortNames } from './bodies.ts';
import type { Candidate, NameKind } from './candidates.ts';
import { listChains, readChain } from './chains.ts';
import { addCues, noCues, scaleCues, type Cues } from './context.ts';
import { withoutArticle, type Ground, type KnownNames, type NameLabel } from './known-names.ts';
import type { PlaceLookUp } from './knowledge.ts';
import { toForm } from './listed-names.ts';
import { givenNames } from './lists/person-words.ts';

/** A name at one place with what it is taken for. */
export type Mention = Ground & { candidate: Candidate; label: NameLabel; confidence: number };

/** What names are told by besides their sentence. */
export type Facts = { text: string; known: KnownNames; places: PlaceLookUp | undefined };

/** What a name of each kind is, before its sentence is read. */
const priors: Readonly<Record<NameKind, Cues>> = {
  person: { actor: 4, location: 0 },
  institution: { actor: 4, location: 0 },
  organisation: { actor: 4, location: 0 },
  place: { actor: 0, location: 4 },
  region: { actor: 0, location: 3 },
  power: { actor: 0, location: 1.2 },
  acronym: { actor: 1.2, location: 0 },
  plain: noCues,
  known: noCues,
};
const ofShortName: Cues = { actor: 1.5, location: 0 };
const rules: Readonly<Record<NameKind, SuggestionRule>> = {
  person: 'person',
  institution: 'institution',
  organisation: 'organisation',
  place: 'place',
  region: 'place',
  power: 'state',
  acronym: 'acronym',
  plain: 'name',
  known: 'name',
};

/** What a state was before says less of what it is here. */
const OF_POWER = 0.35;
/** A capital that begins a sentence says little. */
const OF_OPENING = 0.45;
/** Less is no more than a guess. */
const LEAST = 1;
/** So much says that a name in one row with this one is the same. */
const SURE = 3;
/** Unit: people. Smaller places are called like too much else. */
const TOWN = 20_000;

/** A name folded, without an article at its start: equal for all its spellings. */
export const toNameForm = (name: string) => withoutArticle(toForm(name));

type Read = { candidate: Candidate; name: string; form: string; cues: Cues };

/** Labels candidates: a place that may act by its sentence, every other name the same wherever it stands in the article. */
export function decide(candidates: readonly Candidate[], facts: Facts): Mention[] {
  const read = listChains(candidates).flatMap((chain) => readNames(chain, facts));
  const pairs = pairAcronyms(candidates);
  const names = new Map(read.map(({ candidate, name }) => [candidate, name]));
  const formOf = new Map(Array.from(pairs, ([short, long]) => [toNameForm(names.get(short)!), names.get(long)!]));
  const groups = Map.groupBy(read, ({ form }) => toNameForm(formOf.get(form) ?? form));
  return [...groups.values()].flatMap((group) => {
    const long = formOf.get(group.find(({ candidate }) => candidate.kind === 'acronym')?.form ?? '');
    return decideGroup(group, facts).map((mention) =>
      mention.rule === 'acronym' && long !== undefined ? { ...mention, reason: { name: long } } : mention,
    );
  });
}

function decideGroup(group: readonly Read[], facts: Facts): Mention[] {
  const main = group.find(({ candidate }) => candidate.kind !== 'acronym') ?? group[0]!;
  const forms = [...new Set(group.map(({ form }) => form))];
  const known = forms.reduce((sum, form) => addCues(sum, facts.known.readCues(form)), noCues);
  if (main.candidate.kind === 'power' || facts.known.isMixed(main.form)) {
    const says = scaleCues(known, OF_POWER);
    return group.flatMap((one) => toMention(one, addCues(addCues(readPrior(one, facts), says), one.cues), facts));
  }
  const prior = addCues(readPrior(main, facts), known);
  const isNamed = forms.length > 1 ? addCues(prior, priors.acronym) : prior;
  const scores = group.reduce((sum, { cues }) => addCues(sum, cues), isNamed);
  const isDoubtful =
    main.candidate.kind === 'plain' && known.actor + known.location === 0 && group.every(isOnlyOpening);
  return group.flatMap((one) => toMention(one, isDoubtful ? scaleCues(scores, OF_OPENING) : scores, facts));
}

function readNames(chain: readonly Candidate[], facts: Facts): Read[] {
  const cues = readChain(chain);
  const read = chain.map((candidate, n) => {
    const name = facts.text.slice(candidate.start, candidate.end);
    return { candidate, name, form: toNameForm(name), cues: cues[n]! };
  });
  if (chain.length === 1) return read;
  const company = read.map(({ candidate, form }) => addCues(priors[candidate.kind], facts.known.readCues(form)));
  const shared: Cues = {
    actor: company.some(({ actor }) => actor >= SURE) ? 1 : 0,
    location: company.some(({ location }) => location >= SURE) ? 1 : 0,
  };
  return read.map((one) => ({ ...one, cues: addCues(one.cues, shared) }));
}

const isOnlyOpening = ({ candidate: { line, from, to } }: Read) => to - from === 1 && line.words[from]!.isFirst;

function readPrior({ candidate: { kind }, name }: Read, { places }: Facts): Cues {
  if (kind === 'power' && shortNames.has(name.toLowerCase())) return ofShortName;
  if (kind !== 'plain' || givenNames.has(name)) return priors[kind];
  const place = places?.findKnown(name);
  if (!place) return noCues;
  const isTown = place.population >= TOWN || place.kind !== 'settlement' || /[ -]/u.test(name);
  return { actor: 0, location: isTown ? 1.5 : 0.8 };
}

function toMention({ candidate, form }: Read, { actor, location }: Cues, { known }: Facts): Mention[] {
  const label = actor > location ? 'actor' : 'location';
  const [most, other] = [Math.max(actor, location), Math.min(actor, location)];
  if (most < LEAST) return [];
  const confidence = Math.min(0.95, 0.5 + (most - other) / 10);
  const own = known.findGround(form, label);
  const inPart = own ?? (candidate.kind === 'person' ? known.findGroundOfPart(form, label) : undefined);
  return [{ candidate, label, confidence, ...(inPart ?? { rule: rules[candidate.kind], reason: {} }) }];
}
