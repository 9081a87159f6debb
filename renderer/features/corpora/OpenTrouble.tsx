import type { Handle } from '#shared/domain/ids';
import { recoverMessages } from '#shared/messages/en/keeping';
import { CallError } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Trouble } from '../../ui/Trouble.tsx';

/** A corpus that cannot be opened because it is damaged. `name`: of its file. */
export type Damaged = { file: Handle; name: string };

/** Undefined where a corpus could not be opened for any other reason. */
export const toDamaged = (error: unknown, file: Handle | undefined): Damaged | undefined =>
  error instanceof CallError && error.failure.code === 'corpus-damaged' && file !== undefined
    ? { file, name: error.failure.values.file }
    : undefined;

type Props = { error: unknown; file: Handle | undefined; onDamaged?: (damaged: Damaged) => void };

/** Why a corpus could not be opened; of a damaged one can be saved what holds. */
export function OpenTrouble({ error, file, onDamaged }: Props) {
  const damaged = toDamaged(error, file);
  return (
    <Trouble error={error}>
      {damaged && onDamaged && (
        <div className="row">
          <Button onClick={() => onDamaged(damaged)}>{recoverMessages.offer}</Button>
        </div>
      )}
    </Trouble>
  );
}
