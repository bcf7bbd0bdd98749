import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const common = {
  ok: 'OK',
  cancel: 'Zrušit',
  save: 'Uložit',
  apply: 'Použít',
  close: 'Zavřít',
  back: 'Zpět',
  done: 'Hotovo',
  add: 'Přidat',
  edit: 'Upravit',
  open: 'Otevřít',
  remove: 'Odebrat',
  clear: 'Vymazat',
  reset: 'Obnovit výchozí',
  search: 'Hledat',
  more: 'Více',
  retry: 'Zkusit znovu',
  undo: 'Vrátit zpět',
  redo: 'Znovu provést',
  refresh: 'Obnovit',
  details: 'Podrobnosti',
  loading: 'Načítání…',
  yes: 'Ano',
  no: 'Ne',
  none: 'Žádné',
  never: 'Nikdy',
  today: 'Dnes',
  yesterday: 'Včera',
  tomorrow: 'Zítra',
  offline: 'Bez připojení',
  client: 'Zákazník',
  clients: 'Zákazníci',
  unnamed: 'Zákazník beze jména',
  removed: 'Smazán',
  count: {
    clients: (count: number) =>
      plural('cs', count, {
        one: '# zákazník',
        few: '# zákazníci',
        many: '# zákazníka',
        other: '# zákazníků',
      }),
    visits: (count: number) =>
      plural('cs', count, { one: '# návštěva', few: '# návštěvy', many: '# návštěvy', other: '# návštěv' }),
    points: (count: number) =>
      plural('cs', count, { one: '# bod', few: '# body', many: '# bodu', other: '# bodů' }),
    years: (count: number) =>
      plural('cs', count, { one: '# rok', few: '# roky', many: '# roku', other: '# let' }),
  },
  units: {
    day: (count: number) =>
      plural('cs', count, { one: '# den', few: '# dny', many: '# dne', other: '# dní' }),
    week: (count: number) =>
      plural('cs', count, { one: '# týden', few: '# týdny', many: '# týdne', other: '# týdnů' }),
    month: (count: number) =>
      plural('cs', count, { one: '# měsíc', few: '# měsíce', many: '# měsíce', other: '# měsíců' }),
    year: (count: number) =>
      plural('cs', count, { one: '# rok', few: '# roky', many: '# roku', other: '# let' }),
  },
  statuses: { potential: 'Potenciální', new: 'Nový', regular: 'Stálý', lost: 'Ztracený' },
  genders: { female: 'Žena', male: 'Muž', other: 'Jiné' },
  bookingStates: {
    requested: 'Čeká na potvrzení',
    confirmed: 'Potvrzena',
    arrived: 'Proběhla',
    noShow: 'Nedostavil se',
    cancelled: 'Zrušena',
  },
  channels: {
    sms: 'SMS',
    email: 'E-mail',
    whatsapp: 'WhatsApp',
    telegram: 'Telegram',
    viber: 'Viber',
    push: 'Oznámení v aplikaci',
  },
  purposes: {
    transactional: 'Rezervace a účtenky',
    marketing: 'Nabídky a novinky',
    reminders: 'Připomínky',
    birthday: 'Přání k narozeninám',
    reviews: 'Žádosti o recenzi',
  },
  consent: (channel: string, purpose: string) => `${channel}: ${purpose}`,
  subscription: { on: 'Přihlášen', off: 'Odhlášen' },
  muting: { on: 'Ztlumená komunikace', off: 'Dostává zprávy' },
  blocked: 'Blokovaný',
  favourite: 'Oblíbený',
} satisfies Terms['common'];
