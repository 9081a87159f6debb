import { toPartialDate, type DateParts, type PartialDate } from '#shared/domain/partial-date';

/** Names of the twelve months, short forms too. Months of other calendars are left alone: nothing is converted. */
const months: readonly string[] = [
  'january jan januar jänner janvier janv enero gennaio janeiro ocak января январь يناير كانون_الثاني جانفي',
  'february feb februar février févr febrero febbraio fevereiro şubat февраля февраль فبراير شباط فيفري',
  'march mar märz mars marzo março mart марта март مارس آذار',
  'april apr avril avr abril aprile nisan апреля апрель أبريل ابريل نيسان أفريل',
  'may mai mayo maggio maio mayıs мая май مايو أيار ماي',
  'june jun juni juin junio giugno junho haziran июня июнь يونيو حزيران جوان',
  'july jul juli juillet juil julio luglio julho temmuz июля июль يوليو تموز جويلية',
  'august aug août agosto ağustos августа август أغسطس اغسطس آب أوت',
  'september sep sept septembre septiembre settembre setembro eylül сентября сентябрь سبتمبر أيلول',
  'october oct oktober okt octobre octubre ottobre outubro ekim октября октябрь أكتوبر اكتوبر تشرين_الأول',
  'november nov novembre noviembre novembro kasım ноября ноябрь نوفمبر تشرين_الثاني',
  'december dec dezember dez décembre déc diciembre dicembre dezembro aralık декабря декабрь ديسمبر كانون_الأول',
];
const monthNumbers = new Map(
  months.flatMap((names, n) => names.split(' ').map((name) => [name.replace('_', ' '), n + 1] as const)),
);

const WORD = '\\p{L}[\\p{L}\\p{M}]*';
const MONTH = `(?:de )?(?<month>${WORD}(?: ${WORD})??)\\.?(?:\\s?/\\s?${WORD}(?: ${WORD})?)?`;
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?';
const YEAR = '(?:de )?(?<year>(?:19|20)\\d{2})';
const forms = [
  new RegExp(`^${DAY} ${MONTH},? ${YEAR}$`, 'iu'),
  new RegExp(`^${MONTH} ${DAY},? ${YEAR}$`, 'iu'),
  new RegExp(`^${MONTH},? ${YEAR}$`, 'iu'),
  /^(?<year>(?:19|20)\d{2})([-/.])(?<monthNumber>\d{2})\2(?<day>\d{2})$/u,
  /^(?<day>\d{1,2})\.(?<monthNumber>\d{1,2})\.(?<year>(?:19|20)\d{2})$/u,
  /^(?<year>(?:19|20)\d{2})年(?<monthNumber>\d{1,2})月(?<day>\d{1,2})日$/u,
];
const before =
  /^(?:(?:published|posted|updated|last updated|last modified|modified|date|filed|publié|mis à jour|veröffentlicht|stand|aktualisiert|publicado|pubblicato|نشر في|تاريخ النشر|آخر تحديث)(?![\p{L}\p{M}])(?: on| at| le| am| il)?\s*:?\s*)?/iu;
const weekday =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+|^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة|السبت|الأحد|الاحد)),?،?\s+/iu;
const time =
  /[\s,،|T·-]*(?:at |um |à )?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?|\s*uhr)?(?:\s*(?:\(?[A-Z]{2,5}\)?|Z|[+-]\d{2}:?\d{2}))?$/iu;

/** Arabic and Persian digits as the same numbers in Latin ones. */
export const toLatinDigits = (text: string) =>
  text.replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0)! - (digit >= '۰' ? 0x6f0 : 0x660)) % 10));

/**
 * The date that a whole line says, with the words that say it; undefined where there is anything else in it.
 *
 * A date such as 4/5/2024 is left alone: nobody can tell which number is the month.
 */
export function parseDateLine(line: string): { written: string; date: PartialDate } | undefined {
  const written = line.trim();
  if (written.length > 80) return undefined;
  const bare = toLatinDigits(written).replace(before, '').replace(weekday, '').replace(time, '').trim();
  for (const form of forms) {
    const groups = form.exec(bare)?.groups;
    if (!groups) continue;
    const month = groups['monthNumber'] ? Number(groups['monthNumber']) : findMonth(groups['month']!);
    const day = groups['day'] ? Number(groups['day']) : null;
    const parts: DateParts = { year: Number(groups['year']), month: month ?? 0, day };
    if (month === undefined || month < 1 || month > 12 || (day !== null && !isDay(parts))) continue;
    return { written, date: toPartialDate(parts) };
  }
  return undefined;
}

const findMonth = (name: string) => monthNumbers.get(name.toLowerCase());
const isDay = ({ year, month, day }: DateParts) => new Date(Date.UTC(year, month! - 1, day!)).getUTCDate() === day;
