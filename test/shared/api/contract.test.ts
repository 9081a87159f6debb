import { expect, it } from 'vitest';
import { READ_ERRORS, WRITE_ERRORS, type Channel } from '#shared/api/channel';
import { contract } from '#shared/api/contract';

const channels = Object.entries(contract as Readonly<Record<string, Channel>>);

it.each(channels)('%s is named noun:verb', (name) => {
  expect(name).toMatch(/^[a-z]+:[a-z]+(-[a-z]+)*$/);
});

it.each(channels.filter(([, { access }]) => access === 'read' || access === 'write'))(
  '%s declares what every call of its access can fail with',
  (_, { access, errors }) => {
    expect(errors).toEqual(expect.arrayContaining([...(access === 'write' ? WRITE_ERRORS : READ_ERRORS)]));
  },
);

it('a door’s own calls, and no others, are named door', () => {
  for (const [name, { access }] of channels)
    expect([name, access === 'door']).toEqual([name, name.startsWith('door:')]);
});
