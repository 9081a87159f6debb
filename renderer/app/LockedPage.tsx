import { lockedMessages } from '#shared/messages/en/app';

/** What is seen at an address that was used before. */
export function LockedPage() {
  return (
    <main className="lone">
      <div className="stack lone-words">
        <h1>{lockedMessages.title}</h1>
        <p className="soft">{lockedMessages.text}</p>
        <p>{lockedMessages.todo}</p>
      </div>
    </main>
  );
}
