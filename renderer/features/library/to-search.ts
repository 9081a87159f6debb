/**
 * What a person has typed so far as a search: the word that is still being typed may go on. Nothing typed is no search.
 *
 * What does not end in a word (a quote, a bracket, an operator) is taken as it stands.
 */
export function toSearch(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const isWord = /[\p{L}\p{M}\p{N}]$/u.test(text) && !/(?:^|\s)(?:OR|NEAR)$/u.test(text);
  const isQuoted = (text.match(/"/gu)?.length ?? 0) % 2 === 1;
  return isWord && !isQuoted ? `${text}*` : text;
}
