import { useQuery } from '@tanstack/react-query';
import { BookOpenText } from 'lucide-react';
import type { ClaimVersion as Version } from '#shared/domain/claim-comparison';
import { claimsWords, speakerWords } from '#shared/messages/en/compare-claims';
import { dateWords } from '#shared/messages/en/ui';
import { sentencesOf } from '#shared/text/sentences';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import type { ShownWords } from './compare-props.ts';
import { SideMark } from './SideMark.tsx';

const words = claimsWords.apart;

/** A version in its own words: its sentence, on whose word it stands, nearest first, and what checking it came to. */
export function ClaimVersion({ version, onOpen }: { version: Version; onOpen(shown: ShownWords): void }) {
  const { side, outlet, date, article, claim, start, speakers, voice, verdict, note } = version;
  return (
    <section
      className="sec"
      aria-label={words.versionOf(side, outlet, date === null ? claimsWords.noDate : dateWords(date))}
    >
      <div className="sec-h">
        <SideMark side={side} />
        <bdi className="theirs claims-outlet">{outlet ?? claimsWords.unknownOutlet}</bdi>
        <span className="end tnum">{date === null ? claimsWords.noDate : dateWords(date)}</span>
      </div>
      <Sentence version={version} />
      {speakers.length === 0 ? (
        <p className="hint claims-chain">{words.nobody}</p>
      ) : (
        <ol className="claims-chain">
          {speakers.map((speaker, n) => (
            <li key={n}>
              <bdi className="theirs trunc">{speakerWords(speaker)}</bdi>
              {speaker.kind === 'anonymous' && <span className="chip chip-line">{words.anonymous}</span>}
              <span className="hint">
                <bdi>{words.said(speaker.verb)}</bdi>
              </span>
            </li>
          ))}
          <li>
            <bdi className="theirs trunc">{outlet ?? claimsWords.unknownOutlet}</bdi>
            <span className="hint">{voice}</span>
          </li>
        </ol>
      )}
      {note !== '' && (
        <p className="hint" dir="auto">
          {note}
        </p>
      )}
      <div className="row claims-verdict">
        <span className="verdict">{words.verdict(verdict)}</span>
        <span className="grow" />
        <Button
          size="small"
          icon={<BookOpenText className="i i-12" aria-hidden="true" />}
          onClick={() => onOpen({ article, annotation: claim, start })}
        >
          {words.openInText}
        </Button>
      </div>
    </section>
  );
}

/** The words of a claim within their sentence; alone until the text is there. */
function Sentence({ version: { article, start, quote } }: { version: Version }) {
  const text = useQuery(queries.article(article)).data?.text;
  const around = text === undefined ? null : findAround(text, start, quote);
  return (
    <p className="says" dir="auto">
      {around?.before}
      <mark>{quote}</mark>
      {around?.after}
    </p>
  );
}

/** What stands before and after words in their sentences; nothing where they are in several parts. Unit of `start`: UTF-16. */
function findAround(text: string, start: number, quote: string): { before: string; after: string } | null {
  const end = start + quote.length;
  if (text.slice(start, end) !== quote) return null;
  const from = Math.max(0, start - LOOK);
  const sentences = sentencesOf(text, from, Math.min(text.length, end + LOOK));
  const first = sentences.findLast((sentence) => sentence.start <= start);
  const last = sentences.find((sentence) => sentence.end >= end);
  return { before: text.slice(first?.start ?? start, start), after: text.slice(end, last?.end ?? end) };
}
/** Unit: UTF-16. Longer sentences are cut. */
const LOOK = 600;
