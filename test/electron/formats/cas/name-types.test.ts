import { expect, test } from 'vitest';
import { nameTypes } from '../../../../electron/formats/cas/name-types.ts';
import { CODEBOOK } from '../../../helpers/formats/random-articles.ts';

const [label] = CODEBOOK.labels;
const [attribute] = CODEBOOK.labels.at(-1)!.attributes;
const named = (labels: Record<string, string[]>) =>
  nameTypes({
    labels: Object.entries(labels).map(([name, attributes]) => ({
      ...label!,
      name,
      attributes: attributes.map((each) => ({ ...attribute!, name: each })),
    })),
  });

test('names are valid in UIMA, each its own also where cases do not count', () => {
  const names = named({ actor: [], Actor: [], 'armed group (non-state)': [], جهة: [], '2nd': [], Élan: [] });
  expect(['actor', 'Actor', 'armed group (non-state)', 'جهة', '2nd', 'Élan'].map(names.typeOf)).toEqual([
    'custom.Actor',
    'custom.Actor2',
    'custom.ArmedGroupNonState',
    'custom.Label',
    'custom.Label2nd',
    'custom.Elan',
  ]);
  expect(names.originals['custom.Label']).toBe('جهة');
});

test('features never have the names that are taken by UIMA or by Galley', () => {
  const names = named({ claim: ['begin', 'end', 'sofa', 'galley uid', 'yes-no', 'voice'] });
  const features = ['begin', 'end', 'sofa', 'galley uid', 'yes-no', 'voice'].map((name) =>
    names.featureOf('claim', name),
  );
  expect(features).toEqual(['begin2', 'end2', 'sofa2', 'galleyUid2', 'yesNo', 'voice']);
  expect(names.originals).toEqual({
    'custom.Claim': 'claim',
    'custom.Claim:begin2': 'begin',
    'custom.Claim:end2': 'end',
    'custom.Claim:sofa2': 'sofa',
    'custom.Claim:galleyUid2': 'galley uid',
    'custom.Claim:yesNo': 'yes-no',
  });
});
