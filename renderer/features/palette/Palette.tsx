import { useState, type ReactNode } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FileText, Shapes } from 'lucide-react';
import { paletteMessages } from '#shared/messages/en/palette';
import { createTitleTest } from '#shared/text/title-words';
import { queries, useStatus } from '../../api/queries.ts';
import { CommandBox, type BoxGroup, type BoxItem } from '../../ui/CommandBox.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useDebounced } from '../../ui/use-debounced.ts';
import { matchName, type Match } from './match-name.ts';

/** Something that can be done; `words`: other words that it is found by. */
export type PaletteCommand = {
  id: string;
  group: string;
  name: string;
  words?: string;
  keys?: string | undefined;
  icon?: ReactNode;
  run(): void;
};

type Props = {
  commands: readonly PaletteCommand[];
  /** `articles`: only what can be gone to. */
  mode: 'all' | 'articles';
  /** What the commands at the top are for. */
  aside?: ReactNode;
  onOpenArticle(uid: string): void;
  onOpenEntity(uid: string): void;
  onClose(): void;
};

const PAUSE_MS = 80;
/** Lines of a kind; more are found by typing more. */
const [MOST_ARTICLES, MOST_ENTITIES, MOST_IN_GROUP] = [8, 5, 12];

/** Everything that can be done, and every article and entity, by a few letters of its name. */
export function Palette({ commands, mode, aside, onOpenArticle, onOpenEntity, onClose }: Props) {
  const [query, setQuery] = useState('');
  const typed = useDebounced(query.trim(), PAUSE_MS);
  const isOpen = useStatus() !== null;
  const isAsked = isOpen && (typed !== '' || mode === 'articles');
  const titled = useQuery({
    ...queries.articlesByTitle(typed, mode === 'articles' ? 50 : MOST_ARTICLES),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  // what an earlier search found is shown on, as far as it answers what stands there now
  const isOld =
    isOpen && query.trim() !== '' && (titled.isPending || titled.isPlaceholderData || typed !== query.trim());
  const hasWords = createTitleTest(query.trim());
  const articles = titled.data?.articles.filter(({ title }) => !isOld || hasWords(title));
  const entities = useQuery({
    ...queries.suggestedEntities(typed),
    enabled: isAsked && mode === 'all',
    placeholderData: keepPreviousData,
  }).data;

  const found = mode === 'all' ? findCommands(commands, query) : [];
  const goTo: BoxItem[] = [
    ...(isAsked ? (articles ?? []) : []).map(({ uid, title, outlet }) => ({
      id: uid,
      icon: <FileText className="i" aria-hidden="true" />,
      name: <bdi className="theirs">{title}</bdi>,
      ...(outlet !== null && { aside: <bdi>{outlet}</bdi> }),
      run: () => onOpenArticle(uid),
    })),
    ...(isAsked && mode === 'all'
      ? (entities ?? []).filter(({ name }) => typed === query.trim() || holds(name, query)).slice(0, MOST_ENTITIES)
      : []
    ).map(({ uid, name, label }) => ({
      id: uid,
      icon: <Shapes className="i" aria-hidden="true" />,
      name: <bdi className="theirs">{name}</bdi>,
      aside: label,
      run: () => onOpenEntity(uid),
    })),
  ];
  const groups: BoxGroup[] = [...found, ...(goTo.length > 0 ? [{ name: paletteMessages.goTo, items: goTo }] : [])];
  return (
    <CommandBox
      label={mode === 'all' ? paletteMessages.name : paletteMessages.goToArticle}
      placeholder={mode === 'all' ? paletteMessages.placeholder : paletteMessages.titlePlaceholder}
      query={query}
      groups={groups}
      empty={paletteMessages.nothing}
      isOld={isOld}
      aside={aside}
      foot={
        <>
          <span>
            <Kbd keys="↑ ↓" /> {paletteMessages.choose}
          </span>
          <span>
            <Kbd keys="Enter" /> {paletteMessages.run}
          </span>
          {mode === 'all' && (
            <span className="box-count">
              {paletteMessages.count(
                found.reduce((sum, { items }) => sum + items.length, 0),
                commands.length,
              )}
            </span>
          )}
        </>
      }
      onQuery={setQuery}
      onClose={onClose}
    />
  );
}

const holds = (title: string, query: string) => title.toLowerCase().includes(query.trim().toLowerCase());

/** The best of each group, in the groups' order; all of them while nothing is typed. */
function findCommands(commands: readonly PaletteCommand[], query: string): BoxGroup[] {
  const matched = commands.flatMap((command) => {
    const match = matchName(command.name, query) ?? matchWords(command, query);
    return match ? [{ command, match }] : [];
  });
  return [...Map.groupBy(matched, ({ command }) => command.group)].map(([name, found]) => ({
    name,
    items: (query.trim() === ''
      ? found
      : found.toSorted((a, b) => b.match.score - a.match.score).slice(0, MOST_IN_GROUP)
    ).map(({ command, match }) => ({
      id: command.id,
      icon: command.icon ?? <span className="i" aria-hidden="true" />,
      name: markWords(command.name, match.marks),
      keys: command.keys,
      run: command.run,
    })),
  }));
}

/** Found by other words, which are not shown and so not marked. */
function matchWords({ name, words = '' }: PaletteCommand, query: string): Match | undefined {
  const match = matchName(`${name} ${words}`, query);
  return match && { score: match.score / 2, marks: [] };
}

function markWords(name: string, marks: Match['marks']): ReactNode {
  if (marks.length === 0) return name;
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    parts.push(name.slice(at, start), <mark key={start}>{name.slice(start, end)}</mark>);
    at = end;
  }
  return [...parts, name.slice(at)];
}
