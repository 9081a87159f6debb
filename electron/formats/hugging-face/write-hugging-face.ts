import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Chunk, Dataset } from '../format.ts';
import { formatJsonLine } from '../json-line.ts';
import { features, toParquetSchema } from './features.ts';
import { toRow, type Row } from './to-row.ts';

/** So much is written at once. Unit: UTF-16 code units. */
const AT_ONCE = 1 << 16;
/** Rows of one row group, unless their texts are long. */
const GROUP_ROWS = 1000;
/** Unit: UTF-16 code units of texts. */
const GROUP_LENGTH = 1 << 23;

/** What the parts of a split are called there; a dataset that is whole is one to train with. */
const splitNames = { train: 'train', dev: 'validation', test: 'test' } as const;

/** One file of rows, an article each. */
export function writeHuggingFace(dataset: Dataset): Generator<Chunk> {
  const { container } = dataset.options;
  const file = `data/${splitNames[dataset.part ?? 'train']}.${container}`;
  return container === 'jsonl' ? writeLines(file, dataset) : writeParquet(file, dataset);
}

function* iterateRows({ options, articles, withText }: Dataset): Generator<Row> {
  const unit = options.unit === 'utf16' ? 'utf16' : 'codepoint';
  for (const item of articles()) yield toRow(item, unit, withText);
}

function* writeLines(file: string, dataset: Dataset): Generator<Chunk> {
  let text = '';
  for (const row of iterateRows(dataset)) {
    text += formatJsonLine(row);
    if (text.length < AT_ONCE) continue;
    yield { file, text };
    text = '';
  }
  yield { file, text };
}

function* writeParquet(file: string, dataset: Dataset): Generator<Chunk> {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: toParquetSchema(features),
    createdBy: `Galley version ${dataset.version}`,
  });
  let group: Row[] = [];
  let length = 0;
  const take = (): Chunk => {
    const taken = bytes.getBytes().slice();
    bytes.index = 0; // its offset in the file goes on
    return { file, bytes: taken };
  };
  const writeGroup = () => {
    const names = Object.keys(features) as (keyof Row)[];
    const columnData = names.map((name) => ({ name, data: group.map((row) => row[name]) }));
    void writer.write({ columnData, rowGroupSize: group.length }); // to memory: done when it returns
    group = [];
    length = 0;
    return take();
  };
  for (const row of iterateRows(dataset)) {
    group.push(row);
    length += row.text?.length ?? 0;
    if (group.length >= GROUP_ROWS || length >= GROUP_LENGTH) yield writeGroup();
  }
  if (group.length > 0) yield writeGroup();
  void writer.finish();
  yield take();
}
