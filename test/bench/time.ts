/** What each call took. Unit: ms. */
export const timeEach = <T>(items: readonly T[], act: (item: T) => unknown): number[] =>
  items.map((item) => {
    const from = performance.now();
    act(item);
    return performance.now() - from;
  });
