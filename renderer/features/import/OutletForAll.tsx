import type { PlannedPage } from '#shared/domain/import';
import { importMessages as words } from '#shared/messages/en/import-dialog';
import { Button } from '../../ui/Button.tsx';
import { isNew } from './page-choices.ts';

type Props = {
  page: PlannedPage;
  outlet: string;
  /** How many articles of all files would have no outlet. */
  unknownOutlets: number;
  onOutletForPage(outlet: string): void;
  onOutletForUnknown(outlet: string): void;
};

/** Gives other articles the outlet of this one, when a person says so. */
export function OutletForAll({ page, outlet, unknownOutlets, onOutletForPage, onOutletForUnknown }: Props) {
  if (outlet === '') return null;
  const fresh = page.articles.filter(isNew).length;
  return (
    <div className="stack import-for-all">
      {fresh > 1 && (
        <Button size="small" variant="quiet" onClick={() => onOutletForPage(outlet)}>
          {words.setForPage(fresh)}
        </Button>
      )}
      {unknownOutlets > 0 && (
        <Button size="small" variant="quiet" onClick={() => onOutletForUnknown(outlet)}>
          {words.setForUnknown(unknownOutlets)}
        </Button>
      )}
    </div>
  );
}
