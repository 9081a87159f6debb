import { parseCard } from './parse-card.ts';

/** A dataset's card as people read it. */
export function CardPaper({ markdown }: { markdown: string }) {
  return parseCard(markdown).map((part, n) => {
    switch (part.type) {
      case 'title':
        return <h2 key={n}>{part.text}</h2>;
      case 'heading':
        return <h3 key={n}>{part.text}</h3>;
      case 'text':
        return <p key={n}>{part.text}</p>;
      case 'list':
        return (
          <ul key={n}>
            {part.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        );
      case 'table':
        return (
          <dl key={n}>
            {part.rows.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        );
    }
  });
}
