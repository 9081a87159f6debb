import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge, GalleyEvent } from '#shared/api/contract';
import { CALL_CHANNEL, EVENT_CHANNEL, LISTENING_CHANNEL, OFFER_CHANNEL } from './shell/channels.ts';

const bridge: Bridge = {
  call: (channel, input) => ipcRenderer.invoke(CALL_CHANNEL, channel, input),
  listen: (listener) => {
    const hear = (_event: unknown, event: GalleyEvent) => {
      listener(event);
    };
    ipcRenderer.on(EVENT_CHANNEL, hear);
    void ipcRenderer.invoke(LISTENING_CHANNEL);
    return () => void ipcRenderer.off(EVENT_CHANNEL, hear); // what it returns would be handed to the page
  },
  offer: async (file) =>
    (await ipcRenderer.invoke(OFFER_CHANNEL, webUtils.getPathForFile(file as File))) as Awaited<
      ReturnType<Bridge['offer']>
    >,
};

contextBridge.exposeInMainWorld('galley', bridge);
