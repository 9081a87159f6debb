import type { MenuItemConstructorOptions } from 'electron';
import type { GalleyEvent } from '#shared/api/contract';
import { menuMessages } from '#shared/messages/en/desktop';

export type Command = Extract<GalleyEvent, { type: 'command' }>['name'];

export type MenuOptions = { platform: NodeJS.Platform; devTools: boolean; choose: (command: Command) => void };

/**
 * The menu bar. What it can do, the page does: its items are sent there as commands.
 *
 * Undo and Redo have no accelerator: the keys go to the page, where a text field undoes its own typing.
 */
export function toMenuTemplate({ platform, devTools, choose }: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const item = (command: Command, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label: menuMessages[command],
    ...(accelerator !== undefined && { accelerator }),
    click: () => choose(command),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: menuMessages.file,
      submenu: [
        item('new'),
        item('open', 'CmdOrCtrl+O'),
        line,
        item('import', 'CmdOrCtrl+I'),
        item('export', 'CmdOrCtrl+E'),
        line,
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    {
      label: menuMessages.edit,
      submenu: [
        item('undo'),
        item('redo'),
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: menuMessages.view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        line,
        { role: 'togglefullscreen' },
        ...(devTools ? [line, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', label: menuMessages.help, submenu: [item('shortcuts')] },
  ];
}
