import type { SideName, Voice } from '#shared/domain/comparison';

/** Whose lines are shown: of a form on a side, or of all forms. */
export type NamingCell = { form: string | null; side: SideName; voice: Voice };
