import type { ArticleFilter } from '#shared/domain/filter';
import type { Handle } from '#shared/domain/ids';

/** For whom which articles are, and how; the file's name where somebody typed another one than is suggested. */
export type HandOutChoice = {
  person: string;
  filter: ArticleFilter;
  isBlind: boolean;
  name: string | null;
  folder: Handle | null;
};

export const startChoice: HandOutChoice = { person: '', filter: {}, isBlind: false, name: null, folder: null };
