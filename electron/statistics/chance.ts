import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';

/** From here on 1 − cdf would lose digits. Below it takes the library's. */
const FAR = 12;
/** So many terms give all digits from `FAR` on. */
const TERMS = 60;

/**
 * The chance of a G² at least as strong where both sides are alike, by χ² with one degree of freedom; the sign does not matter.
 *
 * Source: Abramowitz and Stegun 7.1.14, the continued fraction of erfc at √(G²/2), for what is far out.
 */
export function toChance(g2: number): number {
  const strength = Math.abs(g2);
  if (strength < FAR) return 1 - chiSquareCdf(strength, 1);
  const x = Math.sqrt(strength / 2);
  let fraction = x;
  for (let term = TERMS; term > 0; term -= 1) fraction = x + term / 2 / fraction;
  return Math.exp(-strength / 2) / (fraction * Math.sqrt(Math.PI));
}
