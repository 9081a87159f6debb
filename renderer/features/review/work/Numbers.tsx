import { numberWords } from '#shared/messages/en/ui';
import { workMessages as words } from '#shared/messages/en/work';
import { stages, toName, type Behind } from './work-stages.ts';

type Props = {
  of: Omit<Behind, 'stage'>;
  counts: Readonly<Record<(typeof stages)[number], number>>;
  behind: Behind | null;
  onBehind(behind: Behind): void;
};

/** The heads of the columns that `Numbers` fills. */
export const NumberHeads = () =>
  stages.map((stage) => (
    <th key={stage} scope="col" className="num" title={words.stageHints[stage]}>
      {words.stages[stage]}
    </th>
  ));

/** The numbers of a row, each of which lists its articles. */
export const Numbers = ({ of, counts, behind, onBehind }: Props) =>
  stages.map((stage) => {
    const n = counts[stage];
    const isShown = behind?.stage === stage && behind.person === of.person && behind.outlet === of.outlet;
    if (n === 0)
      return (
        <td key={stage} className="num zero">
          0
        </td>
      );
    return (
      <td key={stage} className="num">
        <button
          type="button"
          className="rw-number"
          aria-pressed={isShown}
          aria-label={words.cell(toName({ ...of, stage }), words.stages[stage], n)}
          onClick={() => onBehind({ ...of, stage })}
        >
          {numberWords(n)}
        </button>
      </td>
    );
  });
