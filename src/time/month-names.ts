/**
 * Names of months as the five languages write them in dates: nominative, genitive, locative and short forms. Compared
 * as whole words (the Czech June begins the Czech July), without marks.
 */
const NAMES: readonly string[] = [
  'january jan | январь января янв | януари ян | leden ledna led | janvāris janvārī janv',
  'february feb febr | февраль февраля фев февр | февруари | únor února úno | februāris februārī',
  'march mar | март марта мар | březen března bře | marts martā',
  'april apr | апрель апреля апр | април | duben dubna dub | aprīlis aprīlī',
  'may | май мая | květen května kvě | maijs maijā mai',
  'june jun | июнь июня июн | юни | červen června čvn čer | jūnijs jūnijā jūn',
  'july jul | июль июля июл | юли | červenec července čvc | jūlijs jūlijā jūl',
  'august aug | август августа авг | srpen srpna srp | augusts augustā',
  'september sep sept | сентябрь сентября сен сент | септември септ сеп | září zář | septembris septembrī',
  'october oct | октябрь октября окт | октомври | říjen října říj | oktobris oktobrī okt',
  'november nov | ноябрь ноября ноя нояб | ноември ное ноем | listopad listopadu lis | novembris novembrī',
  'december dec | декабрь декабря дек | декември | prosinec prosince pro | decembris decembrī',
];

let months: Map<string, number> | undefined;

/** Lower case without marks, й and и alike: the same for the table and for what is looked up in it. */
const bare = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');

/** 1–12 for the name of a month in any of the five languages, null for any other word. */
export function monthByName(word: string): number | null {
  if (months === undefined) {
    months = new Map();
    for (const [i, names] of NAMES.entries()) {
      for (const name of names.split(/[ |]+/)) months.set(bare(name), i + 1);
    }
  }
  return months.get(bare(word)) ?? null;
}
