import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { ExpectedError } from '#shared/errors';
import { toFileName } from '#shared/domain/corpus';
import type { PageSettings } from '#shared/domain/settings';
import { readVersions } from '../../corpus/versions.ts';
import { createCorpus } from '../../services/create-corpus.ts';
import { ensureOwnFolder, findParent, getSystemUserName, listFolder, listPlaces } from '../../services/places.ts';
import { copySample } from '../../services/sample.ts';
import { rebuildAndVerify, verifyCorpus } from '../../services/verify/verify-corpus.ts';
import type { Handlers } from '../answer.ts';
import type { Session } from '../session.ts';

function toPageSettings({ settings, person }: Session): PageSettings {
  const { theme, reading, keys, looked } = settings.now;
  return { name: person, theme, reading, keys, looked, suggestedName: getSystemUserName() };
}

const toGiven = <T extends object>(changes: T) =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));

/** Makes a corpus and opens it; it is ours, so it needs no check. */
function create(session: Session, path: string) {
  if (session.person === null) throw new ExpectedError('no-annotator');
  const uid = createCorpus(path, session.person, session.options.environment);
  session.settings.know(path, uid);
  return session.open(path, 'write');
}

export const corpusHandlers: Pick<
  Handlers,
  | 'app:about'
  | 'settings:get'
  | 'settings:set'
  | 'corpus:status'
  | 'corpus:open'
  | 'corpus:new'
  | 'corpus:create'
  | 'corpus:open-sample'
  | 'corpus:recent'
  | 'corpus:write-anyway'
  | 'corpus:verify'
  | 'places:list'
> = {
  'app:about': (_, { session }) => ({ version: session.options.environment.version, ...readVersions() }),
  'settings:get': (_, { session }) => toPageSettings(session),
  'settings:set': (changes, { session }) => {
    session.settings.update(({ reading, looked }) => ({
      ...toGiven(changes),
      reading: { ...reading, ...toGiven(changes.reading ?? {}) },
      looked: { ...looked, ...changes.looked },
    }));
    return toPageSettings(session);
  },

  'corpus:status': (_, { session }) => session.getStatus(),
  'corpus:open': ({ handle, write }, { session }) =>
    session.open(session.grants.get(handle).path, write ? 'write' : 'read'),
  'corpus:new': ({ folder, name }, { session }) => {
    const place =
      folder === undefined ? ensureOwnFolder(session.options.folders.documents) : session.grants.get(folder).path;
    return create(session, join(place, toFileName(name)));
  },
  'corpus:create': ({ handle }, { session }) => create(session, session.grants.get(handle).path),
  'corpus:open-sample': (_, { session }) => {
    const { documents, sample } = session.options.folders;
    return session.open(copySample(sample, ensureOwnFolder(documents)), 'write');
  },
  'corpus:recent': (_, { session }) =>
    session.settings.now.recent
      .filter((path) => existsSync(path))
      .map((path) => ({
        handle: session.grants.grant(path),
        name: basename(path, extname(path)),
        folder: dirname(path),
      })),
  'corpus:write-anyway': (_, { session }) => {
    session.allowWriting(session.getCorpus());
    return session.getStatus()!;
  },
  'corpus:verify': async ({ rebuild }, { session, job }) => {
    if (!rebuild) return verifyCorpus(session.getCorpus(), job);
    await session.whenWritable();
    return rebuildAndVerify(session.getCorpus(), job);
  },

  'places:list': ({ folder }, { session }) => {
    const { grants, options, settings } = session;
    const path = folder === undefined ? ensureOwnFolder(options.folders.documents) : grants.get(folder).path;
    const parent = findParent(path);
    return {
      folder: path,
      handle: grants.grant(path),
      parent: parent === undefined ? null : grants.grant(parent),
      places: listPlaces(options.folders, settings.now.recent).map((place) => ({
        name: place,
        handle: grants.grant(place),
      })),
      entries: listFolder(path).map((entry) => ({ ...entry, handle: grants.grant(join(path, entry.name)) })),
    };
  },
};
