/** A window that is hidden draws nothing: then it is waited so long, in milliseconds. */
const MOST_MS = 100;

/** When the page has drawn what it was told to until now. */
export const afterFrame = (): Promise<void> =>
  new Promise((resolve) => {
    const unseen = setTimeout(resolve, MOST_MS);
    requestAnimationFrame(() => {
      clearTimeout(unseen);
      setTimeout(resolve);
    });
  });
