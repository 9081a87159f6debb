import { Pencil } from 'lucide-react';
import type { Person } from '#shared/domain/person';
import type { WorkProgress } from '#shared/domain/work';
import { numberWords } from '#shared/messages/en/ui';
import { workMessages as words } from '#shared/messages/en/work';
import { Avatar } from '../../../ui/Avatar.tsx';
import { Button } from '../../../ui/Button.tsx';
import { WideTable } from '../../../ui/WideTable.tsx';
import { NumberHeads, Numbers } from './Numbers.tsx';
import { ProgressBar } from './ProgressBar.tsx';
import type { Behind } from './work-stages.ts';

type Props = {
  people: readonly Person[];
  progress: WorkProgress['people'];
  you: string | null;
  behind: Behind | null;
  onBehind(behind: Behind): void;
  onChange(person: Person): void;
};

const none = {
  articles: 0,
  assigned: 0,
  waiting: 0,
  tagging: 0,
  done: 0,
  inReview: 0,
  checked: 0,
  shared: 0,
  sharedDone: 0,
  blind: 0,
};

/** Everybody, with what they have done and how far they are. */
export function PeopleTable({ people, progress, you, behind, onBehind, onChange }: Props) {
  return (
    <WideTable name={words.people} className="rw-table">
      <table className="table">
        <caption>{words.people}</caption>
        <thead>
          <tr>
            <th scope="col">{words.person}</th>
            <th scope="col">{words.progress}</th>
            <NumberHeads />
            <th scope="col" className="num sep">
              {words.tags}
            </th>
            <th scope="col" className="num">
              {words.reviews}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => {
            const { name } = person;
            const own = progress.find((each) => each.person === name) ?? none;
            return (
              <tr key={person.uid}>
                <th scope="row">
                  <span className="rw-who">
                    <Avatar {...person} />
                    <bdi className="trunc">{name}</bdi>
                    {name === you && <span className="hint">{words.you}</span>}
                    <Button
                      variant="quiet"
                      size="small"
                      icon={<Pencil className="i i-12" aria-hidden="true" />}
                      aria-label={words.change(name)}
                      title={words.change(name)}
                      onClick={() => onChange(person)}
                    />
                  </span>
                </th>
                <td>
                  <ProgressBar
                    checked={own.checked}
                    done={Math.max(0, own.done - own.checked)}
                    begun={own.tagging}
                    of={own.articles}
                  />
                </td>
                <Numbers of={{ person: name }} counts={own} behind={behind} onBehind={onBehind} />
                <td className="num sep">{numberWords(person.tags)}</td>
                <td className="num">{numberWords(person.reviews)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </WideTable>
  );
}
