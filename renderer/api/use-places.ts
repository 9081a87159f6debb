import { useDeferredValue } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queries } from './queries.ts';

/**
 * What the gazetteer has for a name that is being typed; nothing where that is empty or `isOn` is false. The answer to what was
 * typed before stays until there is another.
 */
export function usePlaces(name: string, isOn = true) {
  const query = useDeferredValue(name.trim());
  const isAsked = isOn && query !== '';
  const { data, error } = useQuery({
    ...queries.places(query),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  return {
    places: isAsked ? (data?.places ?? []) : [],
    source: data?.source,
    isNothing: isAsked && data?.places.length === 0,
    error,
  };
}
