import { expect, test } from 'vitest';
import { findEventDate } from '../../../../electron/suggest/claims/find-event-date.ts';
import { findSpeakers } from '../../../../electron/suggest/claims/find-speakers.ts';
import { listWords } from '../../../../electron/suggest/claims/words.ts';

function read(text: string, published: string | null = null) {
  const words = listWords(text, { start: 0, end: text.length }, []);
  return findEventDate(
    words,
    findSpeakers(words).map(({ at }) => at),
    published,
  );
}

test.each<[string, string | null, string | undefined]>([
  ['In April 2017, shells fell on the port.', null, '2017-04'],
  ['Shells fell on the port on 16 January 2019.', null, '2019-01-16'],
  ['Shells fell on the port on Aug. 1, 2016.', null, '2016-08-01'],
  ['Shells fell on the port on November 10th, 2016.', null, '2016-11-10'],
  ['Shells fell on the port in 2014.', null, '2014'],
  ['Shells fell on April 26.', '2017-04-28', '2017-04-26'],
  ['Shells fell on December 30.', '2017-01-02', '2016-12-30'],
  ['Shells fell on April 26.', null, undefined],
  ['Shells fell on Tuesday.', '2019-01-16', '2019-01-15'],
  ['Shells fell on Wednesday.', '2019-01-16', '2019-01-16'],
  ['Shells fell on Tuesday.', '2019-01', undefined],
  ['Shells fell on 30 February 2019.', null, undefined],
  ['Ten died on Tuesday, the ministry said on Wednesday.', '2019-01-16', '2019-01-15'],
  ['Ten died, the ministry said in a statement on Wednesday.', '2019-01-16', undefined],
  ['The ministry said on Monday that ten died.', '2019-01-16', undefined],
  ['The ministry said ten were killed on Monday.', '2019-01-16', '2019-01-14'],
  ['Shells have fallen since 12 May 2011.', null, undefined],
  ['Many were killed since the war began in March 2011.', null, undefined],
  ['Shells fell between 10 May 2016 and 12 May 2016.', null, undefined],
  ['Shells fell on 10 May 2016 and on 12 June 2016.', null, undefined],
  ['Wednesday 27 Jul 2016 Shells fell on the port.', null, undefined],
])('%s (published %s)', (text, published, date) => expect(read(text, published)).toBe(date));
