/** What tagging took, from the event of the key. Unit: ms. */
export type TagTimes = { painted: number[]; saved: number[] };

declare global {
  interface Window {
    tagTimes: TagTimes;
  }
}

/**
 * Runs in the page: from each label key to the task after the frame with the new highlight, and to when the title bar says
 * "saved" again.
 */
export function watchTags(): void {
  const times: TagTimes = { painted: [], saved: [] };
  window.tagTimes = times;
  // kept, since looking for it in a page of this size takes longer than what is measured
  let caret: Element | null = null;
  const countLetters = () => {
    if (!caret?.isConnected) caret = document.querySelector('.reader-caret');
    return caret?.parentElement?.querySelectorAll('.tg i').length ?? 0;
  };
  const mark = document.querySelector('.saved')!;
  const isSaved = () => mark.querySelector('svg') !== null;
  document.addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key !== 'a') return;
      const before = countLetters();
      const look = () => {
        if (countLetters() === before) return void requestAnimationFrame(look);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.painted.push(performance.now() - timeStamp);
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
      let hasBegun = false;
      const changes = new MutationObserver(() => {
        if (!isSaved()) hasBegun = true;
        else if (hasBegun) {
          changes.disconnect();
          times.saved.push(performance.now() - timeStamp);
        }
      });
      changes.observe(mark, { childList: true, subtree: true, characterData: true });
    },
    { capture: true },
  );
}
