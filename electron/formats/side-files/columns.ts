/** Columns of the tables that Galley writes beside a format's own files. */
export const ARTICLES = ['document', 'sha256', 'title', 'outlet', 'date', 'language', 'address'] as const;
export const RELATIONS = ['document', 'relation', 'kind', 'from', 'to', 'annotator', 'state', 'note'] as const;
export const CHAINS = ['document', 'chain', 'entity', 'name'] as const;
export const FEATURES = ['feature', 'attribute'] as const;
