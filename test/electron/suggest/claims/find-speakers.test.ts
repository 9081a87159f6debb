import { expect, test } from 'vitest';
import { findSpeakers } from '../../../../electron/suggest/claims/find-speakers.ts';
import { listQuotations } from '#shared/text/quotations';
import { listWords } from '../../../../electron/suggest/claims/words.ts';

function read(text: string): string[] {
  const block = { start: 0, end: text.length };
  return findSpeakers(listWords(text, block, listQuotations(text, block))).map(
    ({ words, verb }) => `${text.slice(words.start, words.end)}: ${text.slice(verb.start, verb.end)}`,
  );
}

test.each<[string, string[]]>([
  ['Gen. Temo Varr announced that the port was shut.', ['Gen. Temo Varr: announced']],
  ['The Temsari Defence Ministry confirmed that the port was shut.', ['The Temsari Defence Ministry: confirmed']],
  ['He added that the port was shut.', ['He: added']],
  ['The port is shut, the ministry said on Monday.', ['the ministry: said']],
  ['The port is shut, said the mayor of Morrow.', ['the mayor of Morrow: said']],
  ['“The port is shut,” said Ann Dell, who runs it.', ['Ann Dell: said']],
  ['“The port is shut,” Ann Dell told reporters.', ['Ann Dell: told']],
  ['“The port is shut” warned Captain Ann Dell.', ['Captain Ann Dell: warned']],
  ['Ann Dell, head of the council, said the port was shut.', ['Ann Dell: said']],
  ['The council, which has members there, said the port was shut.', ['The council: said']],
  ['A former head of the port, Ann Dell, insisted that it was shut.', ['Ann Dell: insisted']],
  ['The port is shut, according to the harbour office.', ['the harbour office: according to']],
  [
    'According to unconfirmed reports from Morrow, the port is shut.',
    ['unconfirmed reports from Morrow: According to'],
  ],
  [
    'The port is shut, Reuters reported, citing an unnamed official.',
    ['Reuters: reported', 'an unnamed official: citing'],
  ],
  ['State TV, citing a military source, said ten died.', ['State TV: said', 'a military source: citing']],
  ['Ten died, state TV said, quoting the mayor.', ['state TV: said', 'the mayor: quoting']],
  ['The military said six shells fell, the Morrow Post reported.', ['the Morrow Post: reported', 'The military: said']],
  [
    'The military said six shells fell, according to the Morrow Post.',
    ['the Morrow Post: according to', 'The military: said'],
  ],
  ['The mayor was quoted by the Morrow Post as saying ten died.', ['the Morrow Post: quoted by', 'The mayor: quoted']],
  [
    'The mayor was quoted as saying by the Morrow Post that ten died.',
    ['the Morrow Post: saying by', 'The mayor: quoted'],
  ],
  ['In a note the hard-line militant group said it had left.', ['the hard-line militant group: said']],
  ['In a report from the Morrow Post, ten died.', ['the Morrow Post: report from']],
  ['Ann Dell, in a letter to the press, said the port was shut.', ['Ann Dell: said']],
  ['Temsar has threatened to shell the port.', ['Temsar: threatened']],
  ['As the mayor put it, nobody came to Morrow.', ['the mayor: put it']],
  ['The army, meanwhile, warned that the Reef Front would come.', ['The army: warned']],
  ['The source went on to say that the port was shut.', ['The source: say']],
  [
    'A spokesman for the Board for the Liberation of Murayn (BLM) said ten died.',
    ['A spokesman for the Board for the Liberation of Murayn (BLM): said'],
  ],
  [
    'The Morrow-based Harbour Watch for Sailors (HWS) reported on Thursday that ten died.',
    ['The Morrow-based Harbour Watch for Sailors (HWS): reported'],
  ],
  ['The port is shut, with local sources claiming ten died.', ['local sources: claiming']],
  ['Several residents who fled said the port was shut.', []],
  ['Activists say the port is shut.', ['Activists: say']],
  ['Reports from Morrow and Murayn said that the port was shut.', ['Reports from Morrow and Murayn: said']],
  ['Media reports said the port was shut.', ['Media reports: said']],
  ['The terrorist group claims that ten died.', ['The terrorist group: claims']],
  ['The Reef Front claimed responsibility for the attack.', ['The Reef Front: claimed']],
  ['Temsar has repeatedly denied that it shelled the port.', ['Temsar: denied']],
  ['Temsar’s foreign ministry accused the Reef Front of the attack.', ['Temsar’s foreign ministry: accused']],
  ['Ammar al-Haddad said the port was shut.', ['Ammar al-Haddad: said']],
  [
    'Colonel Yusr Hadad of the Temsar Coast Guard admitted that ten died.',
    ['Colonel Yusr Hadad of the Temsar Coast Guard: admitted'],
  ],
  ['It later emerged, police said, that ten died.', ['police: said']],
  ['A unit run by Morrow ally Temsar said ten died.', []],
  [
    'An official with the Reef Front formerly known as Tide said ten died.',
    ['An official with the Reef Front formerly known as Tide: said'],
  ],
  ['According to the statement missiles hit the port.', ['the statement: According to']],
  ['Boats shelled Murayn claiming that it was held by rebels.', []],
  ['The Tide news agency issued a statement claiming that ten died.', ['The Tide news agency: claiming']],
  ['Two dead at the port – police', []],
  ['These claims remain unconfirmed.', []],
  ['The ministry did not say how many died.', []],
  ['The mayor would not confirm the number.', []],
  ['The port is said to be shut.', []],
  ['The Islamic State fell.', []],
  ['No group claimed the attack.', []],
  ['No person or group claimed the attack.', []],
  ['The boats left after the army declared a truce.', []],
  ['The mayor read “the army said no” aloud.', []],
  ['The work went on according to plan.', []],
  ['They were told to wait.', []],
  ['The reports of the port were long.', []],
])('%s', (text, speakers) => expect(read(text)).toEqual(speakers));
