import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Reading } from '#shared/domain/settings';
import { queries } from '../api/queries.ts';

const usual = Reading.parse({});
/** How wide a letter is on the average, in parts of the size. */
const LETTER_WIDTH = { serif: 0.476, sans: 0.515 };

/** Puts on the page how the person has articles set; `styles/reading.css` makes of it what is seen. */
export function useReading(): void {
  const reading = useQuery(queries.settings()).data?.reading ?? usual;
  useEffect(() => {
    const { sizePx, measure, lineHeight, font, boilerplate } = reading;
    const { style, dataset } = document.documentElement;
    style.setProperty('--read-px', `${sizePx / usual.sizePx}px`);
    style.setProperty('--read-lines', `${lineHeight / usual.lineHeight}`);
    const isUsual = measure === usual.measure && sizePx === usual.sizePx && font === usual.font;
    if (isUsual) style.removeProperty('--measure');
    else style.setProperty('--measure', `${Math.round(measure * sizePx * LETTER_WIDTH[font])}px`);
    dataset['articleFont'] = font;
    dataset['boilerplate'] = boilerplate;
  }, [reading]);
}
