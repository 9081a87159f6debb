const TABBABLE = '[tabindex="0"], button:not([disabled], [tabindex="-1"]), input, select, textarea';

/**
 * Moves the focus to the next region of the window, or the previous. A region says where it begins with
 * `data-region-start`; else its first control is taken.
 */
export function goToRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) =>
    region.checkVisibility(),
  );
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const from = at === -1 && by === -1 ? 0 : at;
  const next = regions[(from + by + regions.length) % regions.length];
  if (!next) return;
  const entry =
    next.querySelector<HTMLElement>('[data-region-start], [role="document"]') ??
    next.querySelector<HTMLElement>(TABBABLE);
  if (!entry) next.tabIndex = -1; // a region in which nothing can be done yet is still read
  (entry ?? next).focus();
}
