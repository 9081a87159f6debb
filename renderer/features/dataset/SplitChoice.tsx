import { Check } from 'lucide-react';
import { PartName, type DatasetPreview } from '#shared/domain/dataset';
import { datasetMessages as words } from '#shared/messages/en/dataset-view';
import { TextField } from '../../ui/Field.tsx';
import { isSplitGood, USUAL_SPLIT, type DatasetChoice } from './dataset-choice.ts';

type Props = {
  split: DatasetChoice['split'];
  preview: DatasetPreview | undefined;
  onChoose(split: DatasetChoice['split']): void;
};

/** Whether the articles are dealt out for training and testing, in which shares, and what that came to. */
export function SplitChoice({ split, preview, onChoose }: Props) {
  const parts = preview?.parts ?? {};
  const set = (changes: Partial<NonNullable<Props['split']>>) => split && onChoose({ ...split, ...changes });
  const toNumber = (typed: string, most: number) => Math.min(most, Number(typed.replace(/\D/gu, '') || '0'));
  return (
    <div className="sec check-set" role="group" aria-label={words.split}>
      <div className="sec-h" aria-hidden="true">
        {words.split}
        {split && <span className="end tnum">{words.seedIs(split.seed)}</span>}
      </div>
      <label className={`check ${split ? 'is-on' : ''}`}>
        <input
          type="checkbox"
          className="check-input"
          checked={split !== null}
          onChange={() => onChoose(split ? null : USUAL_SPLIT)}
        />
        <span className="box">
          <Check className="i" aria-hidden="true" />
        </span>
        <span>{words.splitOn}</span>
      </label>
      {split && (
        <>
          <div className="dataset-shares">
            {PartName.options.map((part) => (
              <TextField
                key={part}
                label={words.share(part)}
                className="tnum"
                inputMode="numeric"
                autoComplete="off"
                value={String(split[part])}
                isBad={!isSplitGood(split)}
                onChange={({ target }) => set({ [part]: toNumber(target.value, 100) })}
              />
            ))}
            <TextField
              label={words.seed}
              className="tnum"
              inputMode="numeric"
              autoComplete="off"
              value={String(split.seed)}
              onChange={({ target }) => set({ seed: toNumber(target.value, 999_999_999) })}
            />
          </div>
          {isSplitGood(split) ? (
            <div className="splitbar" role="img" aria-label={words.partsAre(parts)}>
              {PartName.options
                .filter((part) => (parts[part] ?? 0) > 0)
                .map((part) => (
                  <i key={part} style={{ flex: parts[part] }}>
                    {words.part(part, parts[part]!)}
                  </i>
                ))}
            </div>
          ) : (
            <p className="hint is-bad">{words.sharesBad}</p>
          )}
          <p className="hint">{words.splitHow}</p>
        </>
      )}
    </div>
  );
}
