import { fonts, resolveProperties } from '#shared/pictures/palette';
import { call } from '../../api/client.ts';
import { sayError } from '../../ui/toasts.tsx';
import { sayWritten } from './use-compare-export.ts';

/** Pixels of a PNG for each of the page's: enough for print. */
const SHARPNESS = 3;

/** Writes a picture that the page has drawn to where the person says, in the colours of the light theme. */
export async function savePicture({ name, element, as }: { name: string; element: Element; as: 'svg' | 'png' }) {
  try {
    const content = as === 'svg' ? toSvgFile(element) : await toPng(element);
    const { folder } = await call('door:begin-export', { name: name.slice(0, 100) });
    if (folder === null) return;
    await call('compare:save-picture', { folder, name: name.slice(0, 100), kind: as, content });
    sayWritten(await call('door:end-export', { folder }));
  } catch (error) {
    sayError(error);
  }
}

function toSvgFile(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  copy.setAttribute('font-family', fonts['font-ui']!);
  copy.setAttribute('color', 'var(--ink)');
  return resolveProperties(new XMLSerializer().serializeToString(copy));
}

/** The picture as a PNG on white paper, in base64. */
async function toPng(element: Element): Promise<string> {
  const { width, height } = element.getBoundingClientRect();
  const address = URL.createObjectURL(new Blob([toSvgFile(element)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * SHARPNESS);
    canvas.height = Math.round(height * SHARPNESS);
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').split(',')[1]!;
  } finally {
    URL.revokeObjectURL(address);
  }
}
