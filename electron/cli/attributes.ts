import { InvalidArgumentError } from 'commander';
import type { ValueInput, ValuesInput } from '#shared/domain/attribute';
import { cliMessages } from '#shared/messages/en/command-line';

type Node = Map<string, Node | string[]>;

/** One more `k=v`; k may be a path into groups and lists, as `figures.0.min`. */
export function addAttribute(pair: string, before: Node | undefined): Node {
  const at = pair.indexOf('=');
  const path = pair.slice(0, at).split('.');
  if (at < 1 || path.some((part) => part.trim() === '')) throw new InvalidArgumentError(cliMessages.badAttribute(pair));
  const root = before ?? new Map<string, Node | string[]>();
  let node = root;
  for (const part of path.slice(0, -1)) {
    const next = node.get(part) ?? new Map<string, Node | string[]>();
    if (Array.isArray(next)) throw new InvalidArgumentError(cliMessages.badAttribute(pair));
    node.set(part, next);
    node = next;
  }
  const values = node.get(path.at(-1)!) ?? [];
  if (!Array.isArray(values)) throw new InvalidArgumentError(cliMessages.badAttribute(pair));
  node.set(path.at(-1)!, [...values, pair.slice(at + 1)]);
  return root;
}

/** As calls take them: what is given twice is a list, and so is what is numbered. */
export const toValuesInput = (attributes: Node): ValuesInput =>
  Object.fromEntries([...attributes].map(([name, value]) => [name, toInput(value)]));

function toInput(value: Node | string[]): ValueInput {
  if (Array.isArray(value)) return value.length === 1 ? value[0]! : value;
  const isNumbered = [...value.keys()].every((key) => /^\d+$/u.test(key));
  if (!isNumbered) return toValuesInput(value);
  return [...value].sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => toInput(item));
}

export type AttributeOptions = Node;
