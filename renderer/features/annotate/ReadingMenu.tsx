import { useQuery } from '@tanstack/react-query';
import { Reading } from '#shared/domain/settings';
import { readingMessages } from '#shared/messages/en/reading';
import { call } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { SliderField } from '../../ui/SliderField.tsx';
import { sayError } from '../../ui/toasts.tsx';

const set = (reading: Partial<Reading>) => void call('settings:set', { reading }).catch(sayError);
/** All that is set here: whether suggestions are shown is not. */
const usual: Partial<Reading> = Reading.omit({ suggestions: true }).parse({});
const setSize = (sizePx: number) => set({ sizePx });
const setMeasure = (measure: number) => set({ measure });
const setLines = (lineHeight: number) => set({ lineHeight });

/** How articles are set: size, measure, lines, font, paper, boilerplate; seen at once in the article behind it. */
export function ReadingMenu() {
  const reading = useQuery(queries.settings()).data?.reading;
  if (!reading) return null;
  return (
    <Popover
      label={readingMessages.title}
      trigger={
        <Button variant="quiet" aria-label={readingMessages.title} title={readingMessages.title}>
          <span className="theirs" aria-hidden="true">
            Aa
          </span>
        </Button>
      }
    >
      <div className="reading-menu">
        <SliderField
          label={readingMessages.size}
          value={reading.sizePx}
          min={14}
          max={28}
          step={1}
          toWords={readingMessages.pixels}
          onChange={setSize}
        />
        <SliderField
          label={readingMessages.measure}
          value={reading.measure}
          min={45}
          max={95}
          step={5}
          toWords={readingMessages.letters}
          onChange={setMeasure}
        />
        <SliderField
          label={readingMessages.lines}
          value={reading.lineHeight}
          min={1.5}
          max={2.4}
          step={0.1}
          toWords={readingMessages.times}
          onChange={setLines}
        />
        <span>{readingMessages.font}</span>
        <Choice
          label={readingMessages.font}
          value={reading.font}
          options={Reading.shape.font.unwrap().options.map((value) => ({ value, name: readingMessages.fonts[value] }))}
          onChoose={(font) => set({ font })}
        />
        <span>{readingMessages.paper}</span>
        <Choice
          label={readingMessages.paper}
          value={reading.paper}
          options={Reading.shape.paper.unwrap().options.map((value) => ({
            value,
            name: readingMessages.papers[value],
          }))}
          onChoose={(paper) => set({ paper })}
        />
        <span>{readingMessages.boilerplate}</span>
        <Choice
          label={readingMessages.boilerplate}
          value={reading.boilerplate}
          options={Reading.shape.boilerplate.unwrap().options.map((value) => ({
            value,
            name: readingMessages.boilerplates[value],
          }))}
          onChoose={(boilerplate) => set({ boilerplate })}
        />
        <span />
        <div>
          <Button size="small" onClick={() => set(usual)}>
            {readingMessages.reset}
          </Button>
        </div>
      </div>
    </Popover>
  );
}
