import { importMessages as words } from '#shared/messages/en/import-dialog';

/** What texts of our languages are written in, besides UTF-8, which needs no choice. */
const encodings = [
  'utf-8',
  'windows-1252',
  'windows-1256',
  'iso-8859-6',
  'windows-1255',
  'windows-1251',
  'koi8-r',
  'windows-1250',
  'windows-1254',
  'windows-1253',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
];

type Props = { chosen: string | undefined; suggested: string | null; onChoose(encoding: string): void };

/** How a file is written; a suggestion stands first and is never taken unasked. */
export function EncodingChoice({ chosen, suggested, onChoose }: Props) {
  const known = [...new Set([...(suggested === null ? [] : [suggested]), ...(chosen ? [chosen] : []), ...encodings])];
  return (
    <label className="row import-encoding">
      <span className="label">{words.encoding}</span>
      <span className="field">
        <select value={chosen ?? ''} onChange={(event) => event.target.value !== '' && onChoose(event.target.value)}>
          {chosen === undefined && <option value="">{words.chooseEncoding}</option>}
          {known.map((name) => (
            <option key={name} value={name}>
              {name === suggested ? words.suggested(name) : name}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
}
