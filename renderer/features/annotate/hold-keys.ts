/**
 * Keeps what is typed until the field that it is meant for can be entered: letters are not taken for commands meanwhile. Gives what
 * ends this; it types what was kept into whatever has the focus then, if that is a field.
 */
export function holdKeys(): () => void {
  let kept = '';
  const keep = (event: KeyboardEvent) => {
    const isLetter = [...event.key].length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.isComposing || !isLetter) return;
    kept += event.key;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', keep, { capture: true });
  return () => {
    window.removeEventListener('keydown', keep, { capture: true });
    if (kept !== '' && document.activeElement instanceof HTMLInputElement)
      document.execCommand('insertText', false, kept); // as if typed, so that the field hears of it
  };
}
