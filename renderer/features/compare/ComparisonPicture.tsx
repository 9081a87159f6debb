import type { ComponentProps } from 'react';
import { Picture } from '../../ui/Picture.tsx';
import { savePicture } from './save-picture.ts';

/** A picture of a comparison, which can be saved. */
export const ComparisonPicture = (props: Omit<ComponentProps<typeof Picture>, 'onSave'>) => (
  <Picture {...props} onSave={(picture) => void savePicture(picture)} />
);
