/** A line of standoff, taken apart. `target` may be of any kind; `roles` are those of an event or a relation. */
export type StandoffLine =
  | { kind: 'tag'; id: string; type: string; spans: { start: number; end: number }[]; words: string | null }
  | { kind: 'event'; id: string; type: string; trigger: string; roles: Role[] }
  | { kind: 'relation'; id: string; type: string; roles: [Role, Role] }
  | { kind: 'equivalence'; id: string; type: string; members: string[] }
  | { kind: 'attribute'; id: string; type: string; target: string; value: string | null }
  | { kind: 'reference'; id: string; target: string; scheme: string; value: string; words: string }
  | { kind: 'note'; id: string; type: string; target: string; words: string };
export type Role = { role: string; target: string };

const idPattern = /^(?:[A-Za-z]+|#[A-Za-z]*)\d+.*$/u;

/** Undefined where brat could not read it either. */
export function parseLine(line: string): StandoffLine | undefined {
  const [id = '', data = '', ...rest] = line.split('\t');
  const words = rest.join('\t');
  if (id !== '*' && !idPattern.test(id)) return undefined;
  switch (id.charAt(0)) {
    case 'T':
      return toTag(id, data, rest.length === 0 ? null : words);
    case 'E':
      return toEvent(id, data);
    case 'R':
      return toRelation(id, data);
    case '*': {
      const [type, ...members] = data.split(/\s+/u);
      return type && members.length > 0 ? { kind: 'equivalence', id, type, members } : undefined;
    }
    case 'A':
    case 'M': {
      const match = /^(\S+) (\S+)(?: (.+))?$/u.exec(data.trimEnd());
      return match ? { kind: 'attribute', id, type: match[1]!, target: match[2]!, value: match[3] ?? null } : undefined;
    }
    case 'N': {
      const match = /^\S+ (\S+) ([^\s:]+):(\S+)/u.exec(data);
      return match
        ? { kind: 'reference', id, target: match[1]!, scheme: match[2]!, value: match[3]!, words: words.trim() }
        : undefined;
    }
    case '#': {
      const [type, target, more] = data.split(/\s+/u);
      return type && target && !more ? { kind: 'note', id, type, target, words: words.trim() } : undefined;
    }
    default:
      return undefined;
  }
}

function toTag(id: string, data: string, words: string | null): StandoffLine | undefined {
  const match = /^(\S+) (-?\d+ -?\d+(?:;-?\d+ -?\d+)*)\s*$/u.exec(data);
  if (!match) return undefined;
  const spans = match[2]!.split(';').map((pair) => {
    const [start, end] = pair.split(' ').map(Number);
    return { start: start!, end: end! };
  });
  // brat may leave a part that was shrunk to nothing
  const parts = spans.filter(({ start, end }) => start !== end);
  return {
    kind: 'tag',
    id,
    type: match[1]!,
    spans: parts.length > 0 ? parts : spans,
    words: words === null || words.trim() === '' ? null : words,
  };
}

function toEvent(id: string, data: string): StandoffLine | undefined {
  const [head = '', ...rest] = data.trim().split(/\s+/u);
  const { role: type, target: trigger } = toRole(head);
  const roles = rest.map(toRole);
  return [{ role: type, target: trigger }, ...roles].every(isWhole)
    ? { kind: 'event', id, type, trigger, roles }
    : undefined;
}

/** Exactly two, in different roles. */
function toRelation(id: string, data: string): StandoffLine | undefined {
  const [type, ...rest] = data.trim().split(/\s+/u);
  const [from, to, more] = rest.map(toRole);
  if (!type || !from || !to || more || !isWhole(from) || !isWhole(to) || from.role === to.role) return undefined;
  return { kind: 'relation', id, type, roles: [from, to] };
}

function toRole(written: string): Role {
  const at = written.indexOf(':');
  return { role: written.slice(0, Math.max(at, 0)), target: written.slice(at + 1) };
}
const isWhole = ({ role, target }: Role) => role !== '' && target !== '' && !target.includes(':');
