import type { SameName } from '#shared/domain/merge';
import { mergeViewMessages } from '#shared/messages/en/merge-view';
import { CheckBox } from '../../ui/CheckBox.tsx';

const words = mergeViewMessages.names;
type Props = {
  names: readonly SameName[];
  isAgreed: boolean;
  isOff: boolean;
  takesFocus: boolean;
  onAgree(isAgreed: boolean): void;
};

/** What bears one name on both sides; it has to be agreed that they are one. */
export function SameNameList({ names, isAgreed, isOff, takesFocus, onAgree }: Props) {
  const hasGroups = names.some(({ of }) => of !== null);
  return (
    <div className="pane-scroll merge-names">
      <p>{words.what}</p>
      <div className="merge-agree">
        <CheckBox isOn={isAgreed} isOff={isOff} takesFocus={takesFocus} onToggle={() => onAgree(!isAgreed)}>
          <span className="strong">{words.tick}</span>
        </CheckBox>
        <p className="hint">{words.hint}</p>
      </div>
      <table className="table" aria-label={words.list}>
        <thead>
          <tr>
            <th scope="col">{words.heads.name}</th>
            <th scope="col">{words.heads.kind}</th>
            {hasGroups && <th scope="col">{words.heads.of}</th>}
            <th scope="col">{words.heads.stays}</th>
          </tr>
        </thead>
        <tbody>
          {names.map(({ kind, name, of, mine, theirs, stays }) => (
            <tr key={`${mine} ${theirs}`}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>{words.kinds(kind)}</td>
              {hasGroups && (
                <td>
                  <bdi>{of}</bdi>
                </td>
              )}
              <td>{words.stays[stays]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
