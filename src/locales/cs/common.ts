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
  errors: {
    not_found: {
      title: 'Tento zákazník už tu není',
      hint: 'Byl smazán, nebo k němu nemáte přístup. Vraťte se na seznam.',
    },
    stale_version: {
      title: 'Zákazníka mezitím upravil někdo jiný',
      hint: 'Podívejte se, co se změnilo, a uložte znovu. Co jste napsali, zůstalo.',
    },
    version_required: {
      title: 'Uložit se nepodařilo',
      hint: 'Načtěte stránku znovu a zkuste to ještě jednou. Co jste napsali, zůstalo.',
    },
    invalid: { title: 'Něco není vyplněno správně', hint: 'Opravte označená pole.' },
    forbidden: { title: 'K tomu nemáte oprávnění', hint: 'Požádejte o přístup správce.' },
    step_up_required: { title: 'Potvrďte, že jste to vy', hint: 'Potvrďte a zkuste to znovu.' },
    conflict: {
      title: 'Zákazníci se mezitím změnili',
      hint: 'Zkontrolujte, kolik jich je teď, a potvrďte znovu.',
    },
    rate_limited: { title: 'Příliš mnoho požadavků', hint: 'Počkejte minutu a zkuste to znovu.' },
    offline: { title: 'Bez připojení', hint: 'Zkontrolujte internet. Co jste napsali, zůstalo.' },
    timeout: {
      title: 'Serveru to trvá příliš dlouho',
      hint: 'Zkuste to znovu. Když to nepomůže, zkuste to o něco později.',
    },
    unavailable: { title: 'Server neodpovídá', hint: 'Vaše data jsou v bezpečí. Zkuste to za minutu.' },
    malformed_answer: {
      title: 'Server poslal odpověď, které nerozumíme',
      hint: 'Vaše data jsou v bezpečí. Zkuste to znovu, nebo dejte vědět správci.',
    },
    unsupported: { title: 'Tady to není dostupné', hint: 'Zeptejte se správce, zda to lze zapnout.' },
    unauthenticated: { title: 'Jste odhlášeni', hint: 'Přihlaste se znovu. Co jste napsali, zůstalo.' },
    aborted: { title: 'Zastaveno', hint: 'Až budete chtít pokračovat, zkuste to znovu.' },
    too_large: {
      title: 'To je najednou příliš mnoho',
      hint: 'Zkuste to s méně zákazníky nebo s menším souborem.',
    },
    storage: {
      title: 'Na uložení už není místo',
      hint: 'Uvolněte místo v prohlížeči nebo na disku a zkuste to znovu.',
    },
  },
  requestNumber: (request: string) => `Číslo požadavku: ${request}`,
} satisfies Terms['common'];
