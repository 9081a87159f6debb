import { ExpectedError } from '../errors.ts';
import { contract, isDeclared, type ChannelName, type ParsedInput, type Result } from './contract.ts';

/** The answer to what is no call, or has an input that the contract does not know. */
export const toBadInput = (detail: string): Result<never> => ({
  ok: false,
  error: { code: 'bad-input', values: { detail } },
});

/** The answer where something failed that nobody expected: a person reads one neutral sentence. */
export const internalFailure: Result<never> = { ok: false, error: { code: 'internal', values: undefined } };

/** What a handler gets, with defaults filled in; or the answer that names what is wrong with it. */
export function parseInput<C extends ChannelName>(name: C, input: unknown): Result<ParsedInput<C>> {
  const parsed = contract[name].input.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data as ParsedInput<C> };
  const issues = parsed.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '));
  return toBadInput(issues.join('; '));
}

/** The answer for what a handler threw: itself where the call declares it; anything else is a bug, and logged. */
export function toFailedCall(name: ChannelName, error: unknown, logBug: (error: unknown) => void): Result<never> {
  const isExpected = (thrown: unknown): thrown is ExpectedError => thrown instanceof ExpectedError;
  if (isExpected(error) && isDeclared(name, error.code)) return { ok: false, error: error.toFailure() };
  logBug(error);
  return internalFailure;
}

/** What the log keeps of something that was thrown. */
export const toLogText = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
