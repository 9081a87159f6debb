import { WorkStage } from '#shared/domain/work';
import { workMessages as words } from '#shared/messages/en/work';

/** The number that the articles are listed of: of a person, or of an outlet; null is no known outlet. */
export type Behind = { person?: string; outlet?: string | null; stage: WorkStage };

/** The columns of both tables, from the left. */
export const stages = WorkStage.exclude(['blind']).options;

export const toName = ({ person, outlet }: Behind): string => person ?? outlet ?? words.noOutlet;
