import { createContext, useContext } from 'react';

type Shown =
  'take' | 'dismiss' | 'remove' | 'relate' | 'entity' | 'palette' | 'open' | 'import' | 'export' | 'shortcuts';

/** The key of each command, as the person has it; none where they took it away. */
export type CommandKeys = Readonly<Partial<Record<Shown, string>>>;
const Keys = createContext<CommandKeys>({});

export const CommandKeysProvider = Keys.Provider;

/** What a button shows beside its words; undefined where the command has no key. */
export const useCommandKeys = (): CommandKeys => useContext(Keys);
