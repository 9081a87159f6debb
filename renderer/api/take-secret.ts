const found = /^#secret=([\w-]+)$/.exec(location.hash);
// before anything else is evaluated: should the page break, the secret must not stay in its address
if (found) history.replaceState(null, '', location.pathname);

/** The one-time secret that the address carried; undefined where there was none. */
export const takenSecret: string | undefined = found?.[1];
