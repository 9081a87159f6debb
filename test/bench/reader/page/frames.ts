/** How long the way from one end of an article to the other takes, in milliseconds. */
const WAY_MS = 4000;

/** Runs once the next frame is on screen. */
export function afterPaint(then: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  });
}

/** Does something and waits until it is on screen; gives how long that took, in milliseconds. */
export async function timeToPaint(act: () => void): Promise<number> {
  await new Promise<void>((resolve) => afterPaint(resolve));
  const from = performance.now();
  act();
  return new Promise((resolve) => afterPaint(() => resolve(performance.now() - from)));
}

/** Scrolls an element from end to end at an even pace; gives the longest time between two frames, in milliseconds. */
export function scrollThrough(scroller: Element): Promise<number> {
  return new Promise((resolve) => {
    let worst = 0;
    let last = performance.now();
    const from = last;
    const step = () => {
      const now = performance.now();
      worst = Math.max(worst, now - last);
      last = now;
      const share = (now - from) / WAY_MS;
      if (share >= 1) return resolve(worst);
      scroller.scrollTop = share * scroller.scrollHeight;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}
