import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { uiMessages } from '#shared/messages/en/ui';
import { Button } from './Button.tsx';

const manager = Toast.createToastManager();

export type Saying = { text: string; kind?: 'plain' | 'bad'; action?: { name: string; run(): void } };

const LEAST_MS = 8000;
/** For each character; a slow reader takes 150 words a minute. */
const READING_MS = 70;

/** Says something at the foot of the page, once where it is said again; what went wrong stays until it is put away. */
export function say({ text, kind = 'plain', action }: Saying): void {
  const id = manager.add({
    id: text,
    description: text,
    type: kind,
    timeout: kind === 'bad' ? 0 : Math.max(LEAST_MS, text.length * READING_MS),
    priority: kind === 'bad' ? 'high' : 'low',
    ...(action && {
      actionProps: {
        children: action.name,
        onClick() {
          manager.close(id);
          action.run();
        },
      },
    }),
  });
}

/** Says why something failed, in the words of its error. */
export const sayError = (error: unknown) =>
  say({ text: error instanceof Error ? error.message : String(error), kind: 'bad' });

/** A region of the window, for F6, while there is something in it. */
function ToastList() {
  const { toasts } = Toast.useToastManager();
  const list = toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      aria-label={uiMessages.notice}
      className={`toast toast-${toast.type ?? 'plain'}`}
    >
      <Toast.Content className="toast-words">
        <Toast.Description />
      </Toast.Content>
      {toast.actionProps && <Toast.Action className="btn btn-sm" />}
      <Toast.Close
        render={<Button variant="quiet" size="small" icon={<X className="i i-12" aria-hidden="true" />} />}
        aria-label={uiMessages.close}
      />
    </Toast.Root>
  ));
  return (
    <Toast.Viewport
      className="toast-at"
      aria-label={uiMessages.notices}
      {...(toasts.length > 0 && { 'data-region': true })}
    >
      {list}
    </Toast.Viewport>
  );
}

/** Where sayings appear; once in the page. */
export function Toasts() {
  return (
    <Toast.Provider toastManager={manager} limit={4}>
      <Toast.Portal>
        <ToastList />
      </Toast.Portal>
    </Toast.Provider>
  );
}
