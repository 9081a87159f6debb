import { join } from 'node:path';
import { TestCorpus } from '../helpers/corpus.ts';
import { importJettyStory } from '../helpers/jetty-story.ts';
import { importMarked } from '../helpers/marked-text.ts';
import { openWindow } from '../e2e/open-window.ts';

const rebels = (form: string) => `[${form}|Coral Front]`;
const guard = (form: string) => `[${form}|Temsar Guard]`;

/** What two invented outlets write of the same days; the second writes in Arabic too. */
const POST = `Boats of the ${rebels('Coral Front')} met the ${guard('Temsar Guard')}. The ${rebels('Coral Front')} left. “The [pirates|Coral Front!] fled”, a sailor said. The ${rebels('rebels')} want a harbour, and the ${guard('Guard')} wants none.`;
const WIRE = `The [pirates|Coral Front!] took a boat, and the [Pirates|Coral Front!] left. The ${rebels('rebels')} met the ${guard('Temsar Guard')}. “The ${rebels('Coral Front')} is calm”, it says.`;
const ARABIC = `أعلن ${guard('حرس تمسر')} أن ${rebels('القراصنة')} غرقوا.`;

const days = ['14', '15', '16', '17', '18'];

/** Two invented outlets beside each other, as README shows them. */
export async function takeComparePictures(folder: string): Promise<void> {
  const { page, close } = await openWindow({
    name: 'Sara',
    async prepare(home) {
      const made = new TestCorpus(home, 1);
      await importJettyStory(made);
      for (const day of days) {
        await importMarked(made, 'Harbour Post', `${POST} ${day}.`, `2024-03-${day}`);
        await importMarked(made, 'Meridian Wire', `${WIRE}\n\n${ARABIC} ${day}.`, `2024-03-${day}`);
      }
      made.corpus.close();
      return join(home, 'test.galley');
    },
  });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 800 });
  const shoot = (name: string) => page.screenshot({ path: join(folder, `compare-${name}-light.png`) });
  await page.getByRole('tab', { name: 'Compare' }).click();
  const open = (name: string) => page.getByRole('tablist', { name: 'Compare' }).getByRole('tab', { name }).click();

  await open('Naming');
  const entity = page.getByRole('region', { name: 'Coral Front' });
  await page.getByRole('option', { name: /^Coral Front/ }).click();
  await entity
    .getByRole('button', { name: /^pirates, B own voice, \d+, opens its lines$/i })
    .first()
    .click();
  await entity.getByRole('region', { name: 'Concordance' }).getByRole('option').first().waitFor();
  await page.mouse.move(0, 0);
  await shoot('naming');

  await open('Claims');
  await page.getByRole('region', { name: 'killed', exact: true }).getByRole('img').first().waitFor();
  const apart = page.getByRole('complementary', { name: 'The two apart' });
  await apart.getByText('At least 14 people were killed at Murayn').waitFor();
  await page.mouse.move(0, 0);
  await shoot('claims');

  await apart.getByRole('button', { name: 'Open both' }).click();
  await page
    .getByRole('tabpanel', { name: 'Articles' })
    .getByRole('button', { name: /^Claim, killed: .* Go to both$/ })
    .first()
    .waitFor();
  await page.mouse.move(0, 0);
  await shoot('articles');
  await close();
}
