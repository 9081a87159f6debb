/** Whether keys are those of a Mac: ⌘ where others have Ctrl, ⌥ for Alt. */
export const isMac = (): boolean => navigator.platform.startsWith('Mac');
