import type { Browser } from 'playwright-core';

/** From each of so many key presses to a line being coloured on a page that holds nothing else: what is left to a page here. Unit: ms. */
export async function measureLine(browser: Browser, keys: number): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  try {
    await page.setContent('<p>One line of text.</p>');
    await page.evaluate(() => {
      const times: number[] = [];
      Object.assign(globalThis, { times });
      document.addEventListener('keydown', ({ timeStamp }) => {
        document.querySelector('p')!.style.background = 'yellow';
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => times.push(performance.now() - timeStamp);
          port2.postMessage(null);
        });
      });
    });
    for (let turn = 0; turn < keys; turn += 1) {
      await page.keyboard.press('a');
      await page.waitForTimeout(40 + (turn % 17)); // not in step with the frames
      await page.evaluate(() => document.querySelector('p')!.removeAttribute('style'));
    }
    return await page.evaluate(() => (globalThis as unknown as { times: number[] }).times);
  } finally {
    await page.close();
  }
}
