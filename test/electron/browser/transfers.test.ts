import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPrivateFolder } from '../../../electron/browser/private-folder.ts';
import { openHost, type OpenHost, type Reply } from '../../helpers/open-host.ts';

let host: OpenHost;
let key: string;
let now = 0;
beforeAll(async () => {
  host = await openHost({ now: () => now });
  ({ key } = await host.letIn());
  await host.openStream(key); // it stays open: the clock of these tests goes on
});
afterAll(async () => {
  await host.end();
  expect(host.bugs).toEqual([]);
});

/** Where the host keeps what was sent in. */
const findFolder = () =>
  join(
    host.home,
    readdirSync(host.home).find((name) => name.startsWith('galley-host-'))!,
  );
const parse = ({ body }: Reply) =>
  JSON.parse(body.toString()) as {
    ok: boolean;
    value: { ticket: string; handle: string; name: string };
    error: unknown;
  };
const offer = async (name: string, sizeBytes = 1000) =>
  parse(await host.post('/offer', { name, sizeBytes }, 'galley-key', key));

async function upload(ticket: string, body: Buffer | string, more: string[] = ['Content-Length', String(body.length)]) {
  const type = ['Content-Type', 'application/octet-stream'];
  const headers = host.own('galley-key', key, 'galley-upload', ticket, ...type, ...more);
  return host.send({ method: 'POST', path: '/upload', headers, body });
}

/** Names and contents of a ZIP that was written without data descriptors being trusted: by its central directory. */
function unzip(zip: Buffer): Record<string, { text: string; date: number; time: number }> {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const files: ReturnType<typeof unzip> = {};
  let at = zip.readUInt32LE(end + 16);
  for (let n = zip.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const start = zip.readUInt32LE(at + 42);
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    files[zip.toString('utf8', at + 46, at + 46 + nameLength)] = {
      text: (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString(),
      time: zip.readUInt16LE(at + 12),
      date: zip.readUInt16LE(at + 14),
    };
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

describe('a file that is sent in', () => {
  it('is taken for a ticket, into a file that only its owner may read, and the worker gets it under its name', async () => {
    const { value } = await offer('C:\\fakepath\\harbour.txt');
    const sent = parse(await upload(value.ticket, 'The ferry runs again.\n'));
    expect(sent).toMatchObject({ ok: true, value: { name: 'harbour.txt' } });
    const folder = findFolder();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const [file] = readdirSync(folder);
    expect(statSync(join(folder, file!)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, file!), 'utf8')).toBe('The ferry runs again.\n');
    const stream = await host.openStream(key);
    const job = await host.call(key, 'import:preview', { pages: [{ handle: sent.value.handle }] });
    for (;;) {
      const event = (await stream.next()) as { type: string; job: unknown; result: unknown };
      if (event.type !== 'job-ended' || event.job !== job) continue;
      expect(JSON.stringify(event.result)).toContain('harbour.txt');
      break;
    }
    await stream.close();
  });

  it('lies under its own name, made harmless, in a folder of its own where it is a corpus', async () => {
    const folder = findFolder();
    const before = new Set(readdirSync(folder));
    const { value } = await offer('..\\for Omar?.galley', 4);
    expect(parse(await upload(value.ticket, 'none'))).toMatchObject({ value: { name: 'for Omar?.galley' } });
    const [own, another] = readdirSync(folder).filter((name) => !before.has(name));
    expect(another).toBeUndefined();
    expect(readdirSync(join(folder, own!))).toEqual(['for Omar.galley']);
    expect(statSync(join(folder, own!)).mode & 0o777).toBe(0o700);
  });

  it('needs a ticket, which is good once and for a minute', async () => {
    const { value } = await offer('a.txt');
    expect(parse(await upload('A'.repeat(43), 'text'))).toMatchObject({ error: { code: 'handle-unknown' } });
    expect(parse(await upload(value.ticket, 'text'))).toMatchObject({ ok: true });
    expect(parse(await upload(value.ticket, 'text'))).toMatchObject({ error: { code: 'handle-unknown' } });
    const late = await offer('b.txt');
    now += 60_001;
    expect(parse(await upload(late.value.ticket, 'text'))).toMatchObject({ error: { code: 'handle-unknown' } });
  });

  it('may have 2,000 MB, and not a byte more than was offered; nothing of a larger one is kept', async () => {
    const tooLarge = { ok: false, error: { code: 'upload-too-large', values: { file: 'big.csv', limitMb: 2000 } } };
    expect(await offer('big.csv', 2_000_000_001)).toEqual(tooLarge);
    expect(await offer('big.csv', 2_000_000_000)).toMatchObject({ ok: true });
    const countFiles = () => readdirSync(findFolder()).length;
    const count = countFiles();
    const more = { ok: false, error: { code: 'handle-unknown' } };
    const said = await offer('more.txt', 9);
    expect(parse(await upload(said.value.ticket, '123456789', ['Content-Length', '10']))).toMatchObject(more);
    const unsaid = await offer('more.txt', 100_000);
    const body = Buffer.alloc(100_001, 'x');
    expect(parse(await upload(unsaid.value.ticket, body, ['Transfer-Encoding', 'chunked']))).toMatchObject(more);
    expect(countFiles()).toBe(count);
    const whole = await offer('whole.txt', 100_000);
    expect(parse(await upload(whole.value.ticket, body.subarray(1)))).toMatchObject({ ok: true });
  });

  it('is removed when the host stops, and at the next start where it was killed', async () => {
    const other = await openHost();
    const folder = join(
      other.home,
      readdirSync(other.home).find((name) => name.startsWith('galley-host-'))!,
    );
    await other.close();
    expect(existsSync(folder)).toBe(false);
    const dead = join(other.home, 'galley-host-999999999-abc');
    const alive = join(other.home, `galley-host-${process.ppid}-abc`);
    for (const each of [dead, alive]) mkdirSync(each);
    createPrivateFolder();
    expect([dead, alive].map((each) => existsSync(each))).toEqual([false, true]);
    await other.end();
  });

  it('has no other type', async () => {
    const { value } = await offer('a.txt');
    const headers = host.own(
      'galley-key',
      key,
      'galley-upload',
      value.ticket,
      'Content-Type',
      'text/plain',
      'Content-Length',
      '1',
    );
    expect((await host.send({ method: 'POST', path: '/upload', headers, body: 'x' })).status).toBe(415);
  });
});

describe('a dataset', () => {
  beforeAll(() => host.call(key, 'corpus:new', { name: 'Downloads' }));
  const fetchIt = (path: string) => host.send({ path, headers: ['Host', host.host, 'Sec-Fetch-Site', 'same-origin'] });

  it('goes out once, as one attachment with all its files', async () => {
    const path = await host.exportSet(key, 'Harbour — set');
    const { status, headers, body } = await fetchIt(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-disposition': "attachment; filename*=UTF-8''Harbour%20%E2%80%94%20set.zip",
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-length': String(body.length),
    });
    const files = unzip(body);
    expect(Object.keys(files).sort()).toEqual(['README.md', 'articles.jsonl', 'codebook.json']);
    expect(files['README.md']!.text).toContain('# ');
    for (const { date, time } of Object.values(files)) expect([date, time]).toEqual([(1 << 5) | 1, 0]); // 1980-01-01
    expect((await fetchIt(path)).status).toBe(404);
  });

  it('is late after 30 s', async () => {
    const path = await host.exportSet(key, 'late');
    now += 30_001;
    expect((await fetchIt(path)).status).toBe(404);
  });

  it('is not handed over for a folder that was not given out, or twice', async () => {
    const { folder } = await host.call<{ folder: string }>(key, 'door:begin-export', { name: 'none' });
    for (const each of ['elsewhere', folder, folder])
      await expect(host.call(key, 'door:end-export', { folder: each })).rejects.toThrow(/handle-unknown|disk-failed/);
  });

  it('leaves nothing behind once it was fetched', async () => {
    const path = await host.exportSet(key, 'gone');
    await fetchIt(path);
    const listLeft = () =>
      (readdirSync(findFolder(), { recursive: true }) as string[]).filter((name) => name.includes('gone'));
    await expect.poll(listLeft).toEqual([]);
  });
});
