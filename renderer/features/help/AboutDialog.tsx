import { Fragment } from 'react';
import { useQuery } from '@tanstack/react-query';
import { helpMessages, worksOfOthers } from '#shared/messages/en/help';
import { queries } from '../../api/queries.ts';
import { Dialog } from '../../ui/Dialog.tsx';

/** What this Galley is, and what stands behind it. */
export function AboutDialog({ onClose }: { onClose(): void }) {
  const about = useQuery(queries.about()).data;
  return (
    <Dialog title={helpMessages.about} size="small" onClose={onClose}>
      <div className="stack">
        <dl className="props">
          <dt>{helpMessages.version}</dt>
          <dd>{about?.version}</dd>
          <dt>{helpMessages.sqlite}</dt>
          <dd>{about?.sqlite}</dd>
          <dt>{helpMessages.node}</dt>
          <dd>{about?.node}</dd>
        </dl>
        <p>{helpMessages.offline}</p>
        <p className="soft">{helpMessages.licence}</p>
        <section>
          <h3 className="sec-h">{helpMessages.byOthers}</h3>
          <dl className="works">
            {worksOfOthers.map(({ what, by }) => (
              <Fragment key={what}>
                <dt>{what}</dt>
                <dd className="soft">{by}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
