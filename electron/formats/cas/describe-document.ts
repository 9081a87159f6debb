import type { FoundDocument } from '../found.ts';
import type { FeatureStructure } from './cas.ts';
import { ARTICLE_TYPE } from './name-types.ts';

const DOCUMENT = 'uima.tcas.DocumentAnnotation';
/** What DKPro and INCEpTION say of a document. */
const METADATA = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData';
const INCEPTION = 'de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata';
/** Where UIMA's own collection readers say that a document came from. */
const SOURCE = 'org.apache.uima.examples.SourceDocumentInformation';

/** Whether it says something of the document as a whole. */
export const isAboutDocument = ({ type }: FeatureStructure) =>
  [DOCUMENT, METADATA, INCEPTION, SOURCE, ARTICLE_TYPE].includes(type);

export function describeDocument(document: FoundDocument, { type, features }: FeatureStructure): void {
  const said = (name: string): string | null => {
    const value = features.get(name);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  switch (type) {
    case ARTICLE_TYPE:
      document.unit ??= 'utf16';
      for (const name of ['uid', 'sha256', 'title', 'outlet', 'date', 'language', 'address'] as const)
        document[name] = said(name) ?? document[name];
      if (said('byline') !== null) document.meta.push({ key: 'byline', value: said('byline')! });
      return;
    case INCEPTION:
      document.name = said('sourceDocumentName') ?? document.name;
      return;
    case SOURCE:
      if (said('uri') !== null) document.meta.push({ key: 'uri', value: said('uri')! });
      return;
    default:
      document.title ??= said('documentTitle');
      if (said('language') !== 'x-unspecified') document.language ??= said('language');
  }
}
