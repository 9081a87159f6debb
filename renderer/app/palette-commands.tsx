import type { ReactNode } from 'react';
import {
  BookOpen,
  CircleQuestionMark,
  Database,
  MousePointer2,
  PencilLine,
  SquareArrowRight,
  SunMoon,
  Tag,
} from 'lucide-react';
import type { Label } from '#shared/domain/codebook';
import { Reading, type PageSettings, type Theme } from '#shared/domain/settings';
import { appMessages } from '#shared/messages/en/app';
import { codebookMessages } from '#shared/messages/en/codebook';
import { historyDialogMessages } from '#shared/messages/en/history';
import { handOutViewMessages } from '#shared/messages/en/hand-out-view';
import { mergeViewMessages } from '#shared/messages/en/merge-view';
import { backupsMessages } from '#shared/messages/en/keeping';
import { paletteMessages } from '#shared/messages/en/palette';
import { propagationMessages } from '#shared/messages/en/propagation';
import { clusterMessages } from '#shared/messages/en/relations';
import { suggestionMessages } from '#shared/messages/en/suggestions';
import { workMessages } from '#shared/messages/en/work';
import { letterOf } from '#shared/text/label-letter';
import type { AnnotateHandle } from '../features/annotate/annotate-props.ts';
import type { PaletteCommand } from '../features/palette/Palette.tsx';
import { Sign } from '../ui/Sign.tsx';
import type { OpenDialog } from './Dialogs.tsx';
import type { Command, Shortcut } from './keys.ts';
import { views, type Trail, type View } from './place.ts';
import { toDialog } from './to-dialog.ts';

type Focus = ReturnType<AnnotateHandle['getFocus']>;
/** `focus`: the annotation in focus when it was opened. */
export type OpenPalette = { mode: 'all' | 'articles'; focus: Focus; commands: readonly PaletteCommand[] };

type Parts = {
  isOpen: boolean;
  article: string | null;
  labels: readonly Label[];
  settings: Pick<PageSettings, 'theme' | 'reading'>;
  /** With the keys that the person has. */
  shortcuts: readonly Shortcut[];
  annotate: AnnotateHandle | null;
  /** The annotation in focus when the palette was opened. */
  focus: Focus;
  trail: Trail;
  run(command: Command): void;
  onView(view: View): void;
  onDialog(dialog: OpenDialog): void;
  onSet(changes: { theme?: Theme; reading?: Partial<Reading> }): void;
  onMark(state: 'tagging' | 'done'): void;
};

const { groups } = paletteMessages;
/** What is done to the annotation in focus, and needs one. */
const ofFocus: readonly Command[] = ['remove', 'relate', 'entity', 'propagate', 'propagate-corpus'];
/** What is done in an article, and needs one. */
const ofText: readonly Command[] = ['take', 'dismiss', 'find', 'next-article', 'previous-article'];
const hidden: readonly Command[] = ['palette', 'next-region', 'previous-region'];
const groupOf: Record<Shortcut['group'], string> = {
  tag: groups.tag,
  move: groups.article,
  select: groups.article,
  list: groups.article,
  review: groups.article,
  undo: groups.article,
  corpus: groups.corpus,
  help: groups.help,
};

const icon = (Icon: typeof Tag): ReactNode => <Icon className="i" aria-hidden="true" />;

/** Everything that keys, menus and dialogs can do now, what is for the annotation in focus first. */
export function listCommands(parts: Parts): PaletteCommand[] {
  const { shortcuts, annotate, focus, isOpen, article, onDialog } = parts;
  const byKey = shortcuts.flatMap(({ command, name, keys, group }): (PaletteCommand & { command: Command })[] =>
    command === null || hidden.includes(command) || isIdle(command, parts)
      ? []
      : [{ command, id: command, group: groupOf[group], name, keys: keys[0], run: () => parts.run(command) }],
  );
  const inText = article
    ? shortcuts.flatMap(({ act, name, keys, group }): PaletteCommand[] =>
        act ? [{ id: act, group: groupOf[group], name, keys: keys[0], run: () => annotate?.act(act) }] : [],
      )
    : [];
  const needsFocus = byKey.filter(({ command }) => ofFocus.includes(command));
  const rest = byKey.filter(({ command }) => !ofFocus.includes(command));
  const active = parts.labels.filter(({ retired }) => !retired);
  const item = (id: string, group: string, name: string, Icon: typeof Tag, run: () => void): PaletteCommand => ({
    id,
    group,
    name,
    icon: icon(Icon),
    run,
  });
  const forFocus = focus
    ? [
        ...needsFocus.map((command) => ({ ...command, icon: icon(MousePointer2) })),
        ...active
          .filter(({ name }) => name !== focus.label)
          .map(({ uid, name }) =>
            item(`relabel ${uid}`, '', paletteMessages.relabel(name), PencilLine, () => annotate?.relabel(name)),
          ),
      ].map((command) => ({ ...command, group: groups.focus(focus.label) }))
    : [];
  const tags = article
    ? active.map(({ uid, name, key }): PaletteCommand => ({
        ...item(`tag ${uid}`, groups.tag, paletteMessages.tagAs(name), Tag, () => annotate?.tag(name)),
        keys: key ?? undefined,
      }))
    : [];
  const ofArticle = article
    ? [
        ...active.map(({ uid, name }) =>
          item(`show ${uid}`, groups.article, paletteMessages.showLabel(name), BookOpen, () =>
            annotate?.toggleLabel(name),
          ),
        ),
        item('suggestions', groups.article, suggestionMessages.toggle, BookOpen, () => annotate?.toggleSuggestions()),
        item('details', groups.article, paletteMessages.details, PencilLine, () => annotate?.editDetails()),
        item('done', groups.article, paletteMessages.markDone, PencilLine, () => parts.onMark('done')),
        item('tagging', groups.article, paletteMessages.markTagging, PencilLine, () => parts.onMark('tagging')),
      ]
    : [];
  const ofCorpus = isOpen
    ? (
        [
          ['codebook', codebookMessages.menu],
          ['events', clusterMessages.menu],
          ['rules', propagationMessages.rules],
          ['person', workMessages.switchDialog.menu],
          ['history', historyDialogMessages.menu],
          ['backups', backupsMessages.menu],
          ['send', backupsMessages.sendMenu],
          ['hand-out', handOutViewMessages.menu],
          ['merge', mergeViewMessages.menu],
          ['verify', appMessages.menu.verify],
        ] as const
      ).map(([kind, name]) => item(kind, groups.corpus, name, Database, () => onDialog(toDialog(kind))))
    : [];
  return [
    ...forFocus,
    // first, so that Enter by itself changes nothing
    ...(isOpen
      ? views.map((view) =>
          item(`view ${view}`, groups.view, paletteMessages.views[view], SquareArrowRight, () => parts.onView(view)),
        )
      : []),
    ...tags,
    ...(isOpen ? rest : rest.filter(({ command }) => command === 'open' || command === 'shortcuts')),
    ...inText,
    ...ofArticle,
    item('new', groups.corpus, appMessages.menu.new, Database, () => parts.run('new')),
    ...ofCorpus,
    ...listLooks(parts).map(([id, name, run]) => item(id, groups.look, name, SunMoon, run)),
    item('settings', groups.help, appMessages.settings, CircleQuestionMark, () => onDialog({ kind: 'settings' })),
    item('about', groups.help, appMessages.menu.about, CircleQuestionMark, () => onDialog({ kind: 'about' })),
  ];
}

/** Whether a command would do nothing here. */
const isIdle = (command: Command, { article, trail }: Parts): boolean =>
  (ofText.includes(command) && article === null) ||
  (command === 'back' && !trail.back) ||
  (command === 'forward' && !trail.forward);

/** What would look otherwise than it does. */
function listLooks({ settings: { theme, reading }, onSet }: Parts): [string, string, () => void][] {
  const read = (changes: Partial<Reading>) => () => onSet({ reading: changes });
  const step = (
    what: 'sizePx' | 'measure' | 'lineHeight',
    by: number,
    name: string,
  ): [string, string, () => void][] => {
    const value = Math.round((reading[what] + by) * 10) / 10;
    return Reading.shape[what].safeParse(value).success ? [[`${what} ${by}`, name, read({ [what]: value })]] : [];
  };
  return [
    ...(['light', 'dark', 'system'] as const)
      .filter((each) => each !== theme)
      .map((each): [string, string, () => void] => [
        `theme ${each}`,
        each === 'system' ? paletteMessages.bySystem : paletteMessages[each],
        () => onSet({ theme: each }),
      ]),
    reading.paper === 'plain'
      ? ['paper', paletteMessages.sepia, read({ paper: 'sepia' })]
      : ['paper', paletteMessages.plain, read({ paper: 'plain' })],
    reading.boilerplate === 'dimmed'
      ? ['boilerplate', paletteMessages.fold, read({ boilerplate: 'folded' })]
      : ['boilerplate', paletteMessages.unfold, read({ boilerplate: 'dimmed' })],
    reading.font === 'serif'
      ? ['font', paletteMessages.sans, read({ font: 'sans' })]
      : ['font', paletteMessages.serif, read({ font: 'serif' })],
    ...step('sizePx', 2, paletteMessages.larger),
    ...step('sizePx', -2, paletteMessages.smaller),
    ...step('measure', 5, paletteMessages.wider),
    ...step('measure', -5, paletteMessages.narrower),
    ...step('lineHeight', 0.1, paletteMessages.looser),
    ...step('lineHeight', -0.1, paletteMessages.closer),
  ];
}

/** The annotation in focus, which the commands at the top are for. */
export function FocusChip({ focus, labels }: { focus: Focus; labels: readonly Label[] }) {
  const label = labels.find(({ name }) => name === focus?.label);
  if (!focus || !label) return null;
  return (
    <span className="chip">
      <Sign letter={letterOf(label)} colour={label.colour} line={label.line} />
      <bdi className="theirs trunc">{focus.quote}</bdi>
    </span>
  );
}
