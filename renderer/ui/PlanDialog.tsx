import type { ComponentProps, ReactNode } from 'react';
import { Dialog } from './Dialog.tsx';
import { JobProgress } from './JobProgress.tsx';
import '../styles/plan.css';

type Work = ComponentProps<typeof JobProgress>;
type Props = {
  title: string;
  aside: ReactNode;
  /** What it is about, at the side. */
  summary: ReactNode;
  /** Of the place in which it stands what would be done. */
  name: string;
  /** It is being found out. */
  looking: Work | null;
  /** It is being done. */
  running: Work | null;
  foot: ReactNode;
  onClose(): void;
  children: ReactNode;
};

/** What would be done, before it is: what it is about at the side, in the middle what there is to look at and to choose. */
export function PlanDialog({ title, aside, summary, name, looking, running, foot, onClose, children }: Props) {
  return (
    <Dialog
      title={title}
      aside={aside}
      size="large"
      onClose={onClose}
      footer={running ? <JobProgress {...running} takesFocus /> : foot}
    >
      <div className="plan" aria-busy={looking !== null}>
        {summary}
        <section className="pane plan-main" aria-label={name}>
          {looking && (
            <div className="plan-job">
              <JobProgress {...looking} />
            </div>
          )}
          {children}
        </section>
      </div>
    </Dialog>
  );
}
