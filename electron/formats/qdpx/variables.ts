/** What is known of a source beside its name, as variables of it. */
export const VARIABLES = ['galley uid', 'sha256', 'outlet', 'date', 'language', 'address', 'byline'] as const;
export type Variable = (typeof VARIABLES)[number];
