import { useQuery } from '@tanstack/react-query';
import { Handle } from '#shared/domain/ids';
import { mergeViewMessages as words } from '#shared/messages/en/merge-view';
import { offer } from '../../api/client.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import type { OtherCopy } from './merge-choice.ts';
import { MergePlanView } from './MergePlanView.tsx';
import { MergeStart } from './MergeStart.tsx';
import '../../styles/merge.css';

type Props = {
  /** The other copy, or a file that was dropped; null before one was chosen. */
  other: OtherCopy | File | null;
  /** Asks for a file. */
  onChoose(): void;
  /** Takes back the last step. */
  onUndo(): void;
  onClose(): void;
};

/** Makes another copy of the corpus one with it: the file, what it would do, and what came of it. */
export function MergeDialog({ other, ...rest }: Props) {
  if (other === null) return <MergeStart {...rest} />;
  if (other instanceof File) return <Dropped file={other} {...rest} />;
  return <MergePlanView other={other} {...rest} />;
}

/** A file is given over once, however often it is looked into. */
function Dropped({ file, ...rest }: Omit<Props, 'other'> & { file: File }) {
  const { name, size, lastModified } = file;
  const offered = useQuery({
    queryKey: ['merge', 'offered', name, size, lastModified],
    queryFn: async () => Handle.parse((await offer(file)).handle),
    retry: false,
    gcTime: 0,
  });
  if (offered.data !== undefined) return <MergePlanView other={{ handle: offered.data, name }} {...rest} />;
  return (
    <Dialog title={words.title} size="small" onClose={rest.onClose}>
      {offered.error ? <Trouble error={offered.error} /> : <JobProgress label={words.offering} progress={null} />}
    </Dialog>
  );
}
