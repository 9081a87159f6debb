/** Words of the parts that every screen is made of. */
export const uiMessages = { close: 'Close', notices: 'Notices' } as const;
