import { useState, type DragEvent, type ReactNode } from 'react';

type Props = { className?: string; onDrop(files: File[]): void; children: ReactNode };

/** Where files may be dropped; a drop that it takes goes no further. */
export function DropZone({ className = '', onDrop, children }: Props) {
  const [isOver, setIsOver] = useState(false);
  const hold = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return (
    <div
      className={`${className} ${isOver ? 'is-over' : ''}`}
      onDragOver={(event) => hold(event) && setIsOver(true)}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setIsOver(false)}
      onDrop={(event) => {
        if (!hold(event)) return;
        setIsOver(false);
        onDrop([...event.dataTransfer.files]);
      }}
    >
      {children}
    </div>
  );
}
