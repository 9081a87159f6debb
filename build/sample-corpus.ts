import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Span } from '#shared/domain/span';
import { startThread } from '../electron/worker/start-thread.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const texts = join(root, 'test', 'fixtures', 'sample');
const target = join(root, 'out', 'sample', 'sample.galley');

/** A label and the words that it is put on; several where it has a gap. They are looked for behind `after`, in order. */
type Tag = { label: 'actor' | 'location' | 'claim'; after?: string; on: string[] };

const english: Tag[] = [
  { label: 'actor', on: ['The crew of the night ferry Anemone'] },
  { label: 'location', after: 'from the water off', on: ['Tel Marun'] },
  { label: 'claim', on: ['pulled nine people from the water off Tel Marun on Friday after a fuel barge caught fire'] },
  { label: 'actor', on: ['the Temsar Coast Guard'] },
  { label: 'actor', on: ['Captain Orla Wenn of the coast guard'] },
  { label: 'location', on: ['Ras Ilun'] },
  // a claim in two parts, with another one between them
  {
    label: 'claim',
    on: ['the barge, which had left Ras Ilun at dusk, carried 400 tonnes of diesel', 'no working radio'],
  },
  { label: 'claim', on: ['which had left Ras Ilun at dusk'] },
  { label: 'actor', on: ['Juno Pell, the ferry’s first officer 👩🏽‍✈️'] },
  { label: 'actor', on: ['The Reef Front'] },
  // two claims that cross
  { label: 'claim', on: ['The Reef Front, an armed group that has attacked tankers near Ras Ilun before'] },
  {
    label: 'claim',
    on: ['an armed group that has attacked tankers near Ras Ilun before, denied on its channel that it had fired'],
  },
  { label: 'actor', on: ['The Harbour Ministry'] },
  { label: 'claim', on: ['the fire started in the engine room'] },
  { label: 'location', on: ['Qal’at Murayn'] },
];

const arabic: Tag[] = [
  { label: 'actor', after: 'قالت', on: ['وزارة الموانئ'] },
  { label: 'location', after: 'قبالة', on: ['تل مارون'] },
  { label: 'claim', on: ['أحد عشر بحارًا كانوا على متنه'] },
  { label: 'actor', on: ['خفر سواحل تمسار'] },
  { label: 'claim', on: ['عبّارة «أنيمون» انتشلت تسعة أشخاص'] },
  { label: 'actor', on: ['جبهة الشعاب'] },
  { label: 'claim', on: ['«لسنا من فعلها ❌»'] },
  { label: 'actor', on: ['الصياد نادر حجازي 👨🏽‍🦳 من قلعة مُرين'] },
  { label: 'location', on: ['قلعة مُرين'] },
  { label: 'claim', on: ['وقدّر حجازي طول البقعة بنحو ثلاثة كيلومترات'] },
  { label: 'claim', on: ['الوزارة إنها لا تتجاوز كيلومترًا واحدًا (1 km)'] },
  { label: 'location', on: ['رأس إيلون'] },
];

function locate(text: string, { after = '', on }: Tag): Span[] {
  let from = text.indexOf(after);
  return on.map((words) => {
    const start = text.indexOf(words, from);
    if (from === -1 || start === -1) throw new Error(`The sample has no “${words}”`);
    from = start + words.length;
    return { start, end: from };
  });
}

/** Makes the sample corpus as a person would, by the worker's own calls, and puts it in its place when it is whole. */
async function makeSample(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'galley-sample-'));
  process.env['GALLEY_CONFIG_FOLDER'] = join(work, 'settings'); // what is opened here is nobody's recent corpus
  const client = startThread('sample', 'Galley', (error) => {
    throw error;
  });
  try {
    await client.call('corpus:create', { handle: client.grant(join(work, 'Sample.galley')) });
    for (const [name, tags] of [
      ['harbour-post.txt', english],
      ['marfa-news.txt', arabic],
    ] as const) {
      const pages = [{ handle: client.grant(join(texts, name)) }];
      const { articles } = await client.runJob('import:run', { pages });
      if (articles.length !== 1) throw new Error(`${name} is ${articles.length} articles`);
      const { uid } = articles[0]!;
      const text = readFileSync(join(texts, name), 'utf8');
      for (const tag of tags)
        await client.call('annotations:create', { article: uid, label: tag.label, spans: locate(text, tag) });
    }
    await client.close();
    mkdirSync(join(root, 'out', 'sample'), { recursive: true });
    const draft = `${target}.new-${process.pid}`;
    copyFileSync(join(work, 'Sample.galley'), draft);
    renameSync(draft, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

await makeSample();
