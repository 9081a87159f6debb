/** Closes a switch: the compiler refuses it while a case is missing; throws when data lied about its type. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value ${JSON.stringify(value)}`);
}
