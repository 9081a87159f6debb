import { readFileSync } from 'node:fs';
import { PLACE_KINDS, type Place } from '#shared/domain/place';
import { PlacesFile, parseRows, toKey, type Country } from './places-file.ts';
import { toBareForm, toPlainForm, toSound } from './spelling.ts';

/** One form of the index with the places it may mean, the best known first. */
export type IndexedForm = { form: string; rows: number[] };

const WHOLE_DEGREE = 10_000;

/** Longer than any name in the file. */
const LONGEST_NAME = 120;

/** The places of the world that ship with Galley, by name. */
export class Gazetteer {
  readonly #file: PlacesFile;

  constructor(packed: Buffer) {
    this.#file = new PlacesFile(packed);
  }

  /** Where the data is from: to be named wherever it is shown (CC BY). */
  get source(): string {
    return this.#file.header.source;
  }

  /** Countries with their names, folded, in several languages. */
  get countries(): readonly Country[] {
    return this.#file.header.countries;
  }

  getPlace(row: number): Place {
    const { id, country, region, kind, latitude, longitude, ...place } = this.#file.getPlace(row);
    const { countries, regions } = this.#file.header;
    const { code, name } = countries[country]!;
    const kindName = PLACE_KINDS[kind]!;
    const area = regions[region]!;
    const ref =
      kindName === 'country'
        ? ({ scheme: 'iso3166', value: code } as const)
        : kindName === 'region'
          ? ({ scheme: 'geonames-admin1', value: area.code } as const)
          : ({ scheme: 'geonames', value: String(id) } as const);
    return {
      ref,
      name: place.name,
      kind: kindName,
      countryCode: code,
      country: name,
      region: kindName === 'country' || kindName === 'region' ? '' : area.name,
      latitude: latitude / WHOLE_DEGREE,
      longitude: longitude / WHOLE_DEGREE,
      population: place.population,
    };
  }

  /** Every form that has the same consonants as this plain form. */
  listAlike(plain: string): IndexedForm[] {
    const key = toKey(plain);
    if (key === '') return [];
    const lines = this.#file.readBlock(key).split('\n');
    return lines.flatMap((line) => {
      const tab = line.indexOf('\t');
      const form = line.slice(0, tab);
      return tab > 0 && toKey(form) === key ? [{ form, rows: parseRows(line.slice(tab + 1)) }] : [];
    });
  }

  /**
   * The best known place of exactly this name, but for case, accents, apostrophes, hyphens and the Arabic article; undefined
   * where there is none. Quick enough to be asked of every run of capitals in an article.
   */
  findKnown(name: string): Place | undefined {
    if (name.length > LONGEST_NAME) return undefined;
    const plain = toPlainForm(name);
    const key = plain === '' ? '' : toKey(plain);
    if (key === '') return undefined;
    const block = this.#file.readBlock(key);
    const bare = toBareForm(plain);
    for (const form of [plain, bare, `al ${bare}`, `el ${bare}`, ...assimilate(bare)]) {
      const at = block.indexOf(`\n${form}\t`);
      if (at < 0) continue;
      const from = at + form.length + 2;
      return this.getPlace(parseRows(block.slice(from, block.indexOf('\n', from)))[0]!);
    }
    return undefined;
  }

  /**
   * The best known place whose name sounds the same: `Sukhna` for As Sukhnah, `Deir Ezzor` for Deir ez-Zor. More places than by
   * `findKnown`, and more that are not meant.
   */
  findSounding(name: string): Place | undefined {
    if (name.length > LONGEST_NAME) return undefined;
    const plain = toPlainForm(name);
    const sound = toSound(toBareForm(plain));
    const rows = this.listAlike(plain).flatMap(({ form, rows }) =>
      toSound(toBareForm(form)) === sound ? rows[0]! : [],
    );
    return rows.length === 0 ? undefined : this.getPlace(Math.min(...rows));
  }
}

/** The article as it is said before a sun letter: `as sukhnah`, `ash shaddadi`, `ez zor`. */
function assimilate(bare: string): string[] {
  const letter = /^(?:dh|th|sh|[dnrstz])/.exec(bare)?.[0];
  return letter === undefined ? [] : [`a${letter} ${bare}`, `e${letter} ${bare}`];
}

let opened: Gazetteer | undefined;

/** The gazetteer of this thread, read when it is first asked for: about 0.15 s, 30 MB. */
export const openGazetteer = (): Gazetteer =>
  (opened ??= new Gazetteer(readFileSync(new URL('./data/places.br', import.meta.url))));
