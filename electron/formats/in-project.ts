/**
 * In a project that WebAnno or INCEpTION exported, a document is a folder with a file, or a ZIP with one, for each who annotated it.
 * `annotator`: null where it is nobody of them, but what was curated, or there before anybody began.
 */
export function readPlaceInProject(file: string): { document: string; annotator: string | null } | null {
  const [, document, annotator] =
    /(?:^|\/)(?:annotation|curation)\/([^/]+)\/(?:[^/]+\.zip\/)?([^/]+)\.(?:tsv|xmi|json)$/u.exec(file) ?? [];
  if (document === undefined || annotator === undefined) return null;
  return { document, annotator: NOBODY.has(annotator) ? null : annotator };
}

const NOBODY = new Set(['CURATION_USER', 'INITIAL_CAS']);

/** Whether it is a ZIP with what one person made of one document. */
export const isZipOfProject = (file: string) => /(?:^|\/)(?:annotation|curation)\/[^/]+\/[^/]+\.zip$/u.test(file);
