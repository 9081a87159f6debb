import { ChevronDown, FileText, Upload } from 'lucide-react';
import type { Compared } from '#shared/domain/comparison';
import type { ComparisonOutput } from '#shared/domain/whole-comparison';
import { compareMessages } from '#shared/messages/en/compare';
import { Button } from '../../ui/Button.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useCompareExport } from './use-compare-export.ts';

const { export: words } = compareMessages;

/** What can be taken out of a comparison. */
export function ExportMenu({ compared }: { compared: Compared | undefined }) {
  const { run, progress, cancel } = useCompareExport();
  if (run.isPending)
    return (
      <div className="compare-writing">
        <JobProgress label={words.writing} progress={progress} onCancel={cancel} />
      </div>
    );
  const write = (...outputs: ComparisonOutput[]) => compared && run.mutate({ compared, outputs, name: words.name });
  return (
    <>
      <Menu
        trigger={<button type="button" className="btn btn-quiet" disabled={!compared} />}
        items={[
          { name: words.tables, run: () => write('tables') },
          { name: words.pictures, run: () => write('pictures') },
          { name: words.all, run: () => write('tables', 'pictures', 'report') },
        ]}
      >
        <Upload className="i" aria-hidden="true" />
        {words.menu}
        <ChevronDown className="i i-12" aria-hidden="true" />
      </Menu>
      <Button icon={<FileText className="i" aria-hidden="true" />} disabled={!compared} onClick={() => write('report')}>
        {words.report}
      </Button>
    </>
  );
}
