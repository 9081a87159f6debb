import { Tabs } from '@base-ui/react/tabs';
import { Copy } from 'lucide-react';
import type { DatasetPreview } from '#shared/domain/dataset';
import { datasetMessages as words } from '#shared/messages/en/dataset-view';
import { Button } from '../../ui/Button.tsx';
import { CardPaper } from './CardPaper.tsx';

/** How the dataset will look from outside: its card, its first record, its files. */
export function DatasetSamples({ preview }: { preview: DatasetPreview }) {
  const { files, card, sample } = preview;
  return (
    <aside className="pane insp" aria-label={words.preview}>
      <Tabs.Root className="dataset-tabs" defaultValue="card">
        <div className="pane-head">
          <Tabs.List className="seg" aria-label={words.preview}>
            <Tabs.Tab value="card">{words.tabs.card}</Tabs.Tab>
            <Tabs.Tab value="record">{words.tabs.record}</Tabs.Tab>
            <Tabs.Tab value="files">{words.tabs.files(files.length + 1)}</Tabs.Tab>
          </Tabs.List>
          <span className="grow" />
          <Button
            variant="quiet"
            icon={<Copy className="i" aria-hidden="true" />}
            aria-label={words.copyCard}
            onClick={() => void navigator.clipboard.writeText(card)}
          />
        </div>
        <Tabs.Panel value="card" className="pane-scroll">
          <article className="card-paper" aria-label={words.cardName}>
            <CardPaper markdown={card} />
          </article>
        </Tabs.Panel>
        <Tabs.Panel value="record" className="pane-scroll">
          <pre className="card-paper code" dir="ltr" aria-label={words.recordName} role="region">
            {sample}
          </pre>
        </Tabs.Panel>
        <Tabs.Panel value="files" className="pane-scroll">
          <table className="table">
            <thead>
              <tr>
                <th>{words.file}</th>
                <th className="num">{words.size}</th>
              </tr>
            </thead>
            <tbody>
              {files.map(({ name, sizeBytes }) => (
                <tr key={name}>
                  <td className="trunc file-name" title={name}>
                    {name}
                  </td>
                  <td className="num">{words.sizeWords(sizeBytes)}</td>
                </tr>
              ))}
              <tr>
                <td>README.md</td>
                <td className="num" />
              </tr>
            </tbody>
          </table>
        </Tabs.Panel>
      </Tabs.Root>
    </aside>
  );
}
