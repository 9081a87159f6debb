import type { CustomScheme } from 'electron';

/** The page's own scheme: an origin of its own, in which `fetch` and modules work as under https. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};
export const PAGE_ORIGIN = 'app://galley';
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/index.html`;

/** Whether an address is of the page's own origin; `about:blank` and an empty one are not. */
export const isOwnAddress = (address: string): boolean => address.startsWith(`${PAGE_ORIGIN}/`);
