import type { Backup } from '#shared/domain/backup';
import { backupsMessages as words, keepingMessages } from '#shared/messages/en/keeping';
import { momentWords, numberWords } from '#shared/messages/en/ui';
import { Button } from '../../ui/Button.tsx';

const count = (n: number | null) => (n === null ? '' : numberWords(n));

/** Backups, newest first, each with what it holds and a way to put it in the corpus's place. */
export function BackupTable({
  backups,
  isOff,
  onRestore,
}: {
  backups: Backup[];
  isOff: boolean;
  onRestore(backup: Backup): void;
}) {
  return (
    <table className="table" aria-label={words.list}>
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.kind}</th>
          <th scope="col" className="num">
            {words.articles}
          </th>
          <th scope="col" className="num">
            {words.steps}
          </th>
          <th scope="col" className="num">
            {words.size}
          </th>
          <th scope="col">{words.journal}</th>
          <th scope="col">
            <span className="vh">{words.restore}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={backup.name}>
            <td title={backup.name}>
              <time dateTime={backup.at}>{momentWords(backup.at)}</time>
            </td>
            <td>{keepingMessages.kinds[backup.kind]}</td>
            <td className="num">{count(backup.articles)}</td>
            <td className="num">{count(backup.steps)}</td>
            <td className="num">{keepingMessages.size(backup.sizeBytes)}</td>
            <td className="mono">{backup.fingerprint ?? ''}</td>
            <td>
              <Button
                size="small"
                disabled={isOff}
                aria-label={words.restoreOf(momentWords(backup.at))}
                onClick={() => onRestore(backup)}
              >
                {words.restore}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
