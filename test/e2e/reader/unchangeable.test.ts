import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { findReasonToSkip, launchBrowser } from '../../helpers/browser.ts';
import { serveReaderPage, type ServedPage } from '../../bench/reader/serve-page.ts';
import { makeHarbourArticle } from './articles.ts';
import { clickOn, openArticle, readDesk, readText } from './open-page.ts';

describe.skipIf(findReasonToSkip())('the text on screen stays the article’s', () => {
  const article = makeHarbourArticle();
  const words = article.blocks.map(({ start, end }) => article.text.slice(start, end)).join('\n\n');
  let served: ServedPage;
  let browser: Browser;
  let page: Page;
  let devTools: CDPSession;

  beforeAll(async () => {
    served = await serveReaderPage();
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    page = await openArticle(browser, served.url, { ...article, annotations: [] });
    devTools = await page.context().newCDPSession(page);
  });
  afterEach(async () => {
    expect((await readDesk(page)).violations).toEqual([]);
    await page.close();
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  /** With a caret and with a selection: the text is the same after as before. */
  const expectNoChange = async (attempt: () => Promise<unknown>) => {
    for (const extend of [false, true]) {
      await clickOn(page, 'spokesman');
      if (extend) await page.keyboard.press('Control+Shift+ArrowRight');
      await attempt();
      expect(await readText(page)).toBe(words);
    }
  };

  test('typing, Enter, Backspace and Delete', async () => {
    await expectNoChange(async () => {
      await page.keyboard.type('xyz1 ');
      for (const key of ['Enter', 'Backspace', 'Delete', 'Control+Backspace', 'Control+x', 'Control+z'])
        await page.keyboard.press(key);
    });
  });

  test('an input method’s composition and its text', async () => {
    await expectNoChange(async () => {
      await devTools.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
      await devTools.send('Input.insertText', { text: '日本' });
    });
    await expectNoChange(() =>
      page.locator('.reader-text').evaluate((text) => {
        for (const type of ['compositionstart', 'compositionupdate', 'compositionend'])
          text.dispatchEvent(new CompositionEvent(type, { bubbles: true, cancelable: true, data: 'にほん' }));
      }),
    );
  });

  test('commands of the browser', async () => {
    await expectNoChange(() =>
      page.evaluate(() => {
        for (const [command, value] of [
          ['insertText', 'x'],
          ['insertUnorderedList', ''],
          ['delete', ''],
          ['cut', ''],
          ['bold', ''],
          ['insertParagraph', ''],
          ['undo', ''],
        ])
          // the command that pages still have; TypeScript calls it old
          (document as { execCommand(name: string, showUi: boolean, value: string): boolean }).execCommand(
            command!,
            false,
            value!,
          );
      }),
    );
  });

  test('paste', async () => {
    await expectNoChange(async () => {
      await page.locator('.reader-text').evaluate((text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', 'pasted');
        clipboardData.setData('text/html', '<p>pasted</p>');
        text.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
      });
      await page.keyboard.press('Control+v');
    });
  });

  test('drop', async () => {
    await expectNoChange(async () => {
      const box = (await page.locator('.b-heading').boundingBox())!;
      const data = { items: [{ mimeType: 'text/plain', data: 'dropped' }], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await devTools.send('Input.dispatchDragEvent', { type, x: box.x + 100, y: box.y + 10, data });
      await page.locator('.b-heading').evaluate((block) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.setData('text/plain', 'dropped');
        for (const type of ['dragenter', 'dragover', 'drop'])
          block.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      });
    });
  });

  test('input events', async () => {
    await expectNoChange(() =>
      page.locator('.b-heading').evaluate((block) => {
        for (const inputType of ['insertText', 'insertReplacementText', 'deleteContentBackward', 'formatBold']) {
          block.dispatchEvent(new InputEvent('beforeinput', { bubbles: true, cancelable: true, inputType, data: 'x' }));
          block.dispatchEvent(new InputEvent('input', { bubbles: true, inputType, data: 'x' }));
        }
      }),
    );
  });
});
