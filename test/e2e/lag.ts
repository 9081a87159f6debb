import type { Page } from 'playwright-core';
import { hostRoutes } from '#shared/api/host-routes';

/**
 * Makes what the host says late, so that whoever runs journeys with `GALLEY_LAG=EVENTS,ANSWERS` (milliseconds at most) sees
 * what a person, or a journey, can do in between.
 */
export async function lagBehind(page: Page, lag: string): Promise<void> {
  const [events = 0, answers = 0] = lag.split(',').map(Number);
  await page.addInitScript(
    ({ events, answers, hostRoutes }) => {
      const ask = window.fetch.bind(window);
      const wait = (most: number) => new Promise((resolve) => setTimeout(resolve, (most * (1 + Math.random())) / 2));
      window.fetch = async (input, init) => {
        const answer = await ask(input, init);
        if (input === hostRoutes.call) await wait(answers);
        if (input !== hostRoutes.events || !answer.body) return answer;
        const late = new TransformStream<Uint8Array, Uint8Array>({
          async transform(part, controller) {
            await wait(events);
            controller.enqueue(part);
          },
        });
        return new Response(answer.body.pipeThrough(late), answer);
      };
    },
    { events, answers, hostRoutes },
  );
}
