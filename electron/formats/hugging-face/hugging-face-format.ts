import { ANNOTATIONS } from '../carried.ts';
import type { Format } from '../format.ts';
import { makeFrontMatter } from './front-matter.ts';
import { huggingFaceReader } from './read-hugging-face.ts';
import { recheckHuggingFace } from './recheck-hugging-face.ts';
import { writeHuggingFace } from './write-hugging-face.ts';

export const huggingFace: Format = {
  name: 'hugging-face',
  units: ['codepoint', 'utf16'],
  needsText: false,
  carries: ANNOTATIONS,
  frontMatter: makeFrontMatter,
  namesParts: true,
  write: writeHuggingFace,
  recheck: recheckHuggingFace,
  reader: huggingFaceReader,
};
