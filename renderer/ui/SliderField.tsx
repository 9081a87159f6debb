import { useEffect, useEffectEvent, useId, useState } from 'react';
import { useDebounced } from './use-debounced.ts';

type Props = {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** The value in words, shown beside it and read out. */
  toWords(value: number): string;
  onChange(value: number): void;
};

const PAUSE_MS = 120;

/** A number out of a range. It is reported once the hand rests, or the field goes. */
export function SliderField({ label, value, min, max, step, toWords, onChange }: Props) {
  const id = useId();
  const [moved, setMoved] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setMoved(value);
  }
  const rested = useDebounced(moved, PAUSE_MS);
  useEffect(() => {
    if (rested !== value && rested === moved) onChange(rested);
  }, [rested, value, moved, onChange]);
  const leave = useEffectEvent(() => moved !== value && onChange(moved));
  useEffect(() => () => void leave(), []);
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <span className="slider-row">
        <input
          id={id}
          type="range"
          min={min}
          max={max}
          step={step}
          value={moved}
          aria-valuetext={toWords(moved)}
          onChange={({ target }) => setMoved(Number(target.value))}
        />
        <output className="num" htmlFor={id}>
          {toWords(moved)}
        </output>
      </span>
    </>
  );
}
