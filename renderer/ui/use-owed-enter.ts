import { useEffect, useEffectEvent, useRef } from 'react';

/**
 * Takes what a list has first when Enter is pressed; where the list still answers what was typed before, as soon as it answers
 * what stands there now. `forget`: something else was typed meanwhile.
 */
export function useOwedEnter(isOld: boolean, take: () => void) {
  const isOwed = useRef(false);
  const pay = useEffectEvent(() => {
    if (!isOwed.current || isOld) return;
    isOwed.current = false;
    take();
  });
  useEffect(() => pay(), [isOld]);
  return {
    press() {
      if (isOld) isOwed.current = true;
      else take();
    },
    forget() {
      isOwed.current = false;
    },
  };
}
