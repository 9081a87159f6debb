import type { Entity } from '#shared/domain/entity';
import { save } from '../../api/save.ts';
import { sayError } from '../../ui/toasts.tsx';

export type Section = 'entities' | 'outlets';

/** One entity that is shown, and whether it may be changed. */
export type EntityProps = { entity: Entity; isOff: boolean };

/** Asks for a change; what stands in its way is said at the foot of the page. Gives whether it was made. */
export async function change(...args: Parameters<typeof save>): Promise<boolean> {
  try {
    await save(...args);
    return true;
  } catch (error) {
    sayError(error);
    return false;
  }
}
