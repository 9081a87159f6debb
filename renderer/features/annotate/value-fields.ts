import { useEffect, useRef, type RefObject } from 'react';
import {
  isEntityValue,
  isSpanValue,
  type Attribute,
  type AttributeValue,
  type ValueInput,
} from '#shared/domain/attribute';
import type { Span } from '#shared/domain/span';
import { valueWords } from '#shared/messages/en/codebook';
import type { ValuePath } from './set-value.ts';

/** What fields do: `set` is kept once it is on the disk, and throws a `CallError` where it is refused. */
export type ValueActions = {
  isOff: boolean;
  set(path: ValuePath, value: ValueInput): Promise<void>;
  /** The words that are selected in the text. */
  getSelected(): Span | null;
};

export type ValueFieldProps = {
  attribute: Attribute;
  name: string;
  value: AttributeValue | undefined;
  path: ValuePath;
  actions: ValueActions;
  hint: string;
  takesFocus?: boolean;
};

/** Gives the focus to a field that a person has just asked for. */
export function useFocusOnceIf(element: RefObject<HTMLElement | null>, takesFocus: boolean): void {
  const isWanted = useRef(takesFocus);
  useEffect(() => {
    if (isWanted.current) element.current?.focus();
    isWanted.current = false;
  }, [element]);
}

/** What a value is called in a field that shows it in one line. */
export const toShown = (value: AttributeValue | undefined): string =>
  value === undefined ? '' : isEntityValue(value) ? value.name : isSpanValue(value) ? value.quote : valueWords(value);
