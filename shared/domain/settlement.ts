import { z } from 'zod';

/** Whether every disagreement of an article has been settled. */
export const AdjudicationState = z.enum(['open', 'done']);
export type AdjudicationState = z.infer<typeof AdjudicationState>;

/** How a disagreement between two layers was settled. `new`: by an annotation that neither of them made. */
export const SettlementDecision = z.enum(['left', 'right', 'both', 'neither', 'new', 'unsure']);
export type SettlementDecision = z.infer<typeof SettlementDecision>;
