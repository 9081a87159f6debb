import { describe, expect, test } from 'vitest';
import { parseMapping } from '../../../../electron/cli/commands/import-mapping.ts';

describe('a mapping on the command line', () => {
  const cases: [string | undefined, ReturnType<typeof parseMapping>][] = [
    [undefined, { map: {}, dateOrder: null }],
    [
      'text=article_content, title = head line',
      { map: { text: 'article_content', title: 'head line' }, dateOrder: null },
    ],
    ['date=day:dmy,text=b', { map: { date: 'day', text: 'b' }, dateOrder: 'dmy' }],
    ['date=mdy', { map: {}, dateOrder: 'mdy' }],
    ['date=time: of day', { map: { date: 'time: of day' }, dateOrder: null }],
    ['title=Title, in English,byline=', { map: { title: 'Title, in English', byline: null }, dateOrder: null }],
  ];
  test.each(cases)('%s is understood', (written, choice) => expect(parseMapping(written)).toEqual(choice));

  test.each(['text', 'body=x', '=x', 'text=a,b=c,foo'])(
    '%s is a wrong use or names the rest of a column',
    (written) => {
      if (written.startsWith('text=')) expect(parseMapping(written).map.text).toBe('a,b=c,foo');
      else expect(() => parseMapping(written)).toThrow(/should be FIELD=COLUMN/u);
    },
  );
});
