import { SHOWN_BY_GALLEY } from '#shared/messages/en/formats/brat';
import type { FileSet } from '../found.ts';

/** What names stand for, from a `visual.conf` that Galley wrote; those of others only shorten what is shown. */
export function readShown(files: FileSet): (folder: string, name: string) => string {
  const byFolder = new Map<string, Map<string, string>>();
  for (const file of files.names) {
    const at = file.lastIndexOf('/') + 1;
    if (file.slice(at) === 'visual.conf' && files.head(file).startsWith(SHOWN_BY_GALLEY))
      byFolder.set(file.slice(0, at), readLabels(files.lines(file)));
  }
  return (folder, name) => byFolder.get(folder)?.get(name) ?? name;
}

/** `type | shown | shorter …`: the first is the whole name. */
function readLabels(lines: Iterable<string>): Map<string, string> {
  const shown = new Map<string, string>();
  let section = '';
  for (const line of lines) {
    section = /^\[(.*)\]\s*$/u.exec(line)?.[1] ?? section;
    const [name = '', label = ''] = line.split('|').map((part) => part.trim());
    if (section === 'labels' && !line.startsWith('#') && name !== '' && label !== '') shown.set(name, label);
  }
  return shown;
}
