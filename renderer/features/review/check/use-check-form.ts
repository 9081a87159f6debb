import { useState, type RefObject } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Label } from '#shared/domain/codebook';
import type { Span } from '#shared/domain/span';
import { checkMessages as words, checkReasons } from '#shared/messages/en/check';
import { queries } from '../../../api/queries.ts';
import { checkQueries } from '../../../api/queries-check.ts';
import { announce } from '../../../ui/announcer.tsx';
import type { Edge } from '../settle/move-edge.ts';
import type { CheckTextHandle } from './CheckText.tsx';
import { findReason, isTaggedSo, moveWords, toCorrection, toEdited, toMissing, type EditedTag } from './edited-tag.ts';
import { quoteOfSpans } from './TagFields.tsx';
import type { Checking } from './use-checking.ts';

type Begun = 'accepted' | 'rejected' | 'corrected' | 'unsure' | 'missing';

/** Most reasons that have a number. */
const NUMBERED = 9;

/** `person`: who is at the keyboard. */
type Known = { person: string; labels: readonly Label[]; text: RefObject<CheckTextHandle | null> };

/** What a decision needs before it can be sent: a reason, what stands instead, or what is missing. */
export function useCheckForm(checking: Checking, { person, labels, text }: Known) {
  const { focused, mode } = checking;
  const [edited, setEdited] = useState<EditedTag | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const body = useQuery({ ...queries.article(focused?.article ?? ''), enabled: focused !== null }).data?.text ?? '';
  const given = useQuery({ ...checkQueries.reasons(person), enabled: person !== '' }).data ?? [];
  const usual = mode === 'ask' ? [] : checkReasons[mode];
  const reasons = [...new Set([...usual, ...given])].slice(0, NUMBERED);
  const correction = focused && edited && mode === 'corrected' ? toCorrection(focused, edited, labels) : undefined;
  const reason = picked ?? (mode === 'missing' ? checkReasons.missing[0] : findReason(correction));

  const begin = (what: Begun) => {
    if (!focused) return announce(words.nothingInFocus);
    if (what === 'accepted') return checking.decide(what);
    const selected = text.current?.getSelected();
    if (what === 'missing' && !selected) announce(words.startsHere); // from there on by key
    const own = toEdited(focused);
    const spans = selected ? [selected] : own.spans;
    setPicked(null);
    setEdited(
      what === 'missing'
        ? { label: focused.label, spans: spans.slice(0, 1), entity: '', attributes: {}, typed: {} }
        : { ...own, spans },
    );
    checking.setMode(what);
  };
  const edit = (changes: Partial<EditedTag>) => setEdited((now) => now && { ...now, ...changes });
  const move = (edge: Edge, by: 1 | -1) =>
    setEdited((now) => (now?.spans.length === 1 ? { ...now, spans: [moveWords(body, now.spans[0]!, edge, by)] } : now));
  const takeSelected = () => {
    const selected = text.current?.getSelected();
    if (selected) edit({ spans: [selected] });
    else announce(words.nothingSelected);
  };
  const send = (typed: string) => {
    const why = typed === '' ? (reason ?? '') : typed;
    if (mode === 'ask' || !edited) return;
    if (mode === 'corrected' && !correction) return announce(words.nothingChanged);
    if (mode === 'missing' && focused && isTaggedSo(focused, edited)) return announce(words.nothingMissing);
    if (why === '') return announce(words.reasonMissing);
    if (mode === 'missing') checking.addMissing(toMissing(edited, labels), quoteOfSpans(body, edited.spans), why);
    else checking.decide(mode, why, correction);
  };
  const pick = (n: number): boolean => {
    const chosen = reasons[n - 1];
    if (mode === 'ask' || chosen === undefined) return false;
    if (mode === 'rejected' || mode === 'unsure') send(chosen);
    else setPicked(chosen);
    return true;
  };
  const isEditing = mode === 'corrected' || mode === 'missing';
  const meant: readonly Span[] | null = isEditing ? (edited?.spans ?? null) : null;
  return { body, edited, reasons, reason, meant, isEditing, begin, edit, move, takeSelected, send, pick, setPicked };
}
