import { describe, expect, it } from 'vitest';
import { matchName } from '../../../../renderer/features/palette/match-name.ts';

const marked = (name: string, typed: string) =>
  matchName(name, typed)?.marks.map(({ start, end }) => name.slice(start, end));
const best = (typed: string, names: string[]) =>
  names
    .flatMap((name) => {
      const match = matchName(name, typed);
      return match ? [{ name, score: match.score }] : [];
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ name }) => name);

describe('a name and what was typed', () => {
  it('marks the letters that were typed, whatever their case and marks', () => {
    expect(marked('Start a relation…', 'REL')).toEqual(['rel']);
    expect(marked('Élargir la sélection', 'el sel')).toEqual(['Él', 'sél']);
    expect(marked('go to an article', 'art go')).toEqual(['go', 'art']);
  });

  it('needs every word that was typed', () => {
    expect(matchName('start a relation', 'rel x')).toBeUndefined();
    expect(matchName('start a relation', '')).toEqual({ score: 0, marks: [] });
  });

  it('puts whole beginnings before beginnings of words, and these before the insides of words', () => {
    expect(best('rel', ['unrelated', 'start a relation', 'relabel as claim'])).toEqual([
      'relabel as claim',
      'start a relation',
      'unrelated',
    ]);
  });
});
