import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const actions = {
  favourite: {
    label: 'Oblíbený',
    on: 'Přidat do oblíbených',
    off: 'Odebrat z oblíbených',
    button: (count: number) =>
      plural('cs', count, {
        one: 'Přidat # zákazníka do oblíbených',
        few: 'Přidat # zákazníky do oblíbených',
        many: 'Přidat # zákazníka do oblíbených',
        other: 'Přidat # zákazníků do oblíbených',
      }),
    done: (count: number) =>
      plural('cs', count, {
        one: '# zákazník přidán do oblíbených',
        few: '# zákazníci přidáni do oblíbených',
        many: '# zákazníka přidáno do oblíbených',
        other: '# zákazníků přidáno do oblíbených',
      }),
    doneOff: (count: number) =>
      plural('cs', count, {
        one: '# zákazník odebrán z oblíbených',
        few: '# zákazníci odebráni z oblíbených',
        many: '# zákazníka odebráno z oblíbených',
        other: '# zákazníků odebráno z oblíbených',
      }),
  },
  block: {
    label: 'Zablokovat',
    button: (count: number) =>
      plural('cs', count, {
        one: 'Zablokovat # zákazníka',
        few: 'Zablokovat # zákazníky',
        many: 'Zablokovat # zákazníka',
        other: 'Zablokovat # zákazníků',
      }),
    title: (count: number) =>
      plural('cs', count, {
        one: 'Zablokovat # zákazníka?',
        few: 'Zablokovat # zákazníky?',
        many: 'Zablokovat # zákazníka?',
        other: 'Zablokovat # zákazníků?',
      }),
    text: 'Blokovaní zákazníci si nemohou nic rezervovat a nedostávají zprávy. Odblokovat je můžete kdykoli.',
    reason: 'Důvod',
    done: (count: number) =>
      plural('cs', count, {
        one: '# zákazník zablokován',
        few: '# zákazníci zablokováni',
        many: '# zákazníka zablokováno',
        other: '# zákazníků zablokováno',
      }),
  },
  unblock: {
    label: 'Odblokovat',
    button: (count: number) =>
      plural('cs', count, {
        one: 'Odblokovat # zákazníka',
        few: 'Odblokovat # zákazníky',
        many: 'Odblokovat # zákazníka',
        other: 'Odblokovat # zákazníků',
      }),
    done: (count: number) =>
      plural('cs', count, {
        one: '# zákazník odblokován',
        few: '# zákazníci odblokováni',
        many: '# zákazníka odblokováno',
        other: '# zákazníků odblokováno',
      }),
  },
  delete: {
    label: 'Smazat',
    button: (count: number) =>
      plural('cs', count, {
        one: 'Smazat # zákazníka',
        few: 'Smazat # zákazníky',
        many: 'Smazat # zákazníka',
        other: 'Smazat # zákazníků',
      }),
    title: (count: number) =>
      plural('cs', count, {
        one: 'Smazat # zákazníka?',
        few: 'Smazat # zákazníky?',
        many: 'Smazat # zákazníka?',
        other: 'Smazat # zákazníků?',
      }),
    text: (count: number) =>
      plural('cs', count, {
        one: '# zákazník zmizí ze seznamu i s historií. Můžete ho obnovit.',
        few: '# zákazníci zmizí ze seznamu i s historií. Můžete je obnovit.',
        many: '# zákazníka zmizí ze seznamu i s historií. Můžete je obnovit.',
        other: '# zákazníků zmizí ze seznamu i s historií. Můžete je obnovit.',
      }),
    word: 'SMAZAT',
    typeWord: (word: string) => `Pro potvrzení napište ${word}`,
    wrongWord: (word: string) => `To není slovo ${word}`,
    done: (count: number) =>
      plural('cs', count, {
        one: '# zákazník smazán',
        few: '# zákazníci smazáni',
        many: '# zákazníka smazáno',
        other: '# zákazníků smazáno',
      }),
  },
  restore: {
    label: 'Obnovit',
    button: (count: number) =>
      plural('cs', count, {
        one: 'Obnovit # zákazníka',
        few: 'Obnovit # zákazníky',
        many: 'Obnovit # zákazníka',
        other: 'Obnovit # zákazníků',
      }),
    done: (count: number) =>
      plural('cs', count, {
        one: '# zákazník obnoven',
        few: '# zákazníci obnoveni',
        many: '# zákazníka obnoveno',
        other: '# zákazníků obnoveno',
      }),
  },
  addToCategory: {
    label: 'Přidat do kategorie',
    title: (count: number) =>
      plural('cs', count, {
        one: 'Přidat # zákazníka do kategorie',
        few: 'Přidat # zákazníky do kategorie',
        many: 'Přidat # zákazníka do kategorie',
        other: 'Přidat # zákazníků do kategorie',
      }),
    button: (count: number) =>
      plural('cs', count, {
        one: 'Přidat # zákazníka',
        few: 'Přidat # zákazníky',
        many: 'Přidat # zákazníka',
        other: 'Přidat # zákazníků',
      }),
    done: (count: number) =>
      plural('cs', count, {
        one: '# zákazník přidán do kategorie',
        few: '# zákazníci přidáni do kategorie',
        many: '# zákazníka přidáno do kategorie',
        other: '# zákazníků přidáno do kategorie',
      }),
  },
  removeFromCategory: {
    label: 'Odebrat z kategorie',
    title: (count: number) =>
      plural('cs', count, {
        one: 'Odebrat # zákazníka z kategorie',
        few: 'Odebrat # zákazníky z kategorie',
        many: 'Odebrat # zákazníka z kategorie',
        other: 'Odebrat # zákazníků z kategorie',
      }),
    button: (count: number) =>
      plural('cs', count, {
        one: 'Odebrat # zákazníka',
        few: 'Odebrat # zákazníky',
        many: 'Odebrat # zákazníka',
        other: 'Odebrat # zákazníků',
      }),
    done: (count: number) =>
      plural('cs', count, {
        one: '# zákazník odebrán z kategorie',
        few: '# zákazníci odebráni z kategorie',
        many: '# zákazníka odebráno z kategorie',
        other: '# zákazníků odebráno z kategorie',
      }),
  },
  addToGroup: {
    label: 'Přidat do skupiny',
    title: (count: number) =>
      plural('cs', count, {
        one: 'Přidat # zákazníka do skupiny',
        few: 'Přidat # zákazníky do skupiny',
        many: 'Přidat # zákazníka do skupiny',
        other: 'Přidat # zákazníků do skupiny',
      }),
    button: (count: number) =>
      plural('cs', count, {
        one: 'Přidat # zákazníka',
        few: 'Přidat # zákazníky',
        many: 'Přidat # zákazníka',
        other: 'Přidat # zákazníků',
      }),
    done: (count: number) =>
      plural('cs', count, {
        one: '# zákazník přidán do skupiny',
        few: '# zákazníci přidáni do skupiny',
        many: '# zákazníka přidáno do skupiny',
        other: '# zákazníků přidáno do skupiny',
      }),
  },
  removeFromGroup: {
    label: 'Odebrat ze skupiny',
    title: (count: number) =>
      plural('cs', count, {
        one: 'Odebrat # zákazníka ze skupiny',
        few: 'Odebrat # zákazníky ze skupiny',
        many: 'Odebrat # zákazníka ze skupiny',
        other: 'Odebrat # zákazníků ze skupiny',
      }),
    button: (count: number) =>
      plural('cs', count, {
        one: 'Odebrat # zákazníka',
        few: 'Odebrat # zákazníky',
        many: 'Odebrat # zákazníka',
        other: 'Odebrat # zákazníků',
      }),
    done: (count: number) =>
      plural('cs', count, {
        one: '# zákazník odebrán ze skupiny',
        few: '# zákazníci odebráni ze skupiny',
        many: '# zákazníka odebráno ze skupiny',
        other: '# zákazníků odebráno ze skupiny',
      }),
  },
  setTier: {
    label: 'Změnit úroveň',
    title: (count: number) =>
      plural('cs', count, {
        one: 'Změnit úroveň # zákazníka',
        few: 'Změnit úroveň # zákazníků',
        many: 'Změnit úroveň # zákazníka',
        other: 'Změnit úroveň # zákazníků',
      }),
    button: (count: number) =>
      plural('cs', count, {
        one: 'Změnit úroveň # zákazníka',
        few: 'Změnit úroveň # zákazníků',
        many: 'Změnit úroveň # zákazníka',
        other: 'Změnit úroveň # zákazníků',
      }),
    done: (count: number) =>
      plural('cs', count, {
        one: 'Úroveň # zákazníka změněna',
        few: 'Úroveň # zákazníků změněna',
        many: 'Úroveň # zákazníka změněna',
        other: 'Úroveň # zákazníků změněna',
      }),
  },
  job: {
    running: (done: string, total: string) => `${done} z ${total}`,
    cancel: 'Zastavit',
    cancelled: (done: string, total: string) => `Zastaveno po ${done} z ${total}`,
    undone: (count: number) =>
      plural('cs', count, {
        one: 'Vráceno zpět u # zákazníka',
        few: 'Vráceno zpět u # zákazníků',
        many: 'Vráceno zpět u # zákazníka',
        other: 'Vráceno zpět u # zákazníků',
      }),
    undoneSome: (count: number) =>
      plural('cs', count, {
        one: '# zákazník byl mezitím změněn a zůstává, jak je',
        few: '# zákazníci byli mezitím změněni a zůstávají, jak jsou',
        many: '# zákazníka bylo mezitím změněno a zůstává, jak je',
        other: '# zákazníků bylo mezitím změněno a zůstávají, jak jsou',
      }),
    failed: (count: number) =>
      plural('cs', count, {
        one: 'Nezdařilo se: #',
        few: 'Nezdařilo se: #',
        many: 'Nezdařilo se: #',
        other: 'Nezdařilo se: #',
      }),
    skipped: (count: number) =>
      plural('cs', count, {
        one: 'Přeskočeno: #',
        few: 'Přeskočeno: #',
        many: 'Přeskočeno: #',
        other: 'Přeskočeno: #',
      }),
    retryFailed: (count: number) =>
      plural('cs', count, {
        one: 'Zkusit znovu # nezdařený',
        few: 'Zkusit znovu # nezdařené',
        many: 'Zkusit znovu # nezdařeného',
        other: 'Zkusit znovu # nezdařených',
      }),
    nothing: 'Není co měnit',
    reasons: {
      unchanged: 'už to tak je',
      changed: 'mezitím změněn',
      gone: 'mezitím smazán',
      forbidden: 'chybí oprávnění',
      blocked: 'blokovaný',
      muted: 'ztlumená komunikace',
      unsubscribed: 'odhlášen',
      no_consent: 'chybí souhlas',
      no_channel: 'chybí adresa pro tento kanál',
      not_enough: 'nestačí zůstatek',
      invalid: 'neplatná hodnota',
      storage: 'nepodařilo se uložit',
      cancelled: 'zastaveno předtím',
      transport: 'nepodařilo se doručit',
    },
    otherReason: 'jiný důvod',
  },
} satisfies Terms['actions'];
