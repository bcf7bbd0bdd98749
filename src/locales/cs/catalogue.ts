import type { Terms } from '../terms.js';

export const catalogue = {
  groups: {
    identity: 'Kdo to je',
    contact: 'Kontakty',
    visits: 'Návštěvy',
    money: 'Peníze',
    loyalty: 'Věrnost',
    marketing: 'Marketing',
    profile: 'Profil',
    system: 'Evidence',
    custom: 'Další pole',
  },
  records: {
    bookings: {
      one: 'Rezervace',
      name: 'Rezervace',
      fields: {
        start: 'Začátek',
        minutes: 'Délka v minutách',
        state: 'Stav',
        services: 'Služby',
        staff: 'Zaměstnanec',
        branch: 'Pobočka',
        price: 'Cena',
        tip: 'Spropitné',
        online: 'Rezervováno online',
      },
    },
    sales: {
      one: 'Prodej',
      name: 'Prodeje',
      fields: {
        at: 'Datum',
        title: 'Co se prodalo',
        amount: 'Částka',
        staff: 'Zaměstnanec',
        branch: 'Pobočka',
      },
    },
    points: { one: 'Pohyb bodů', name: 'Body', fields: { at: 'Datum', amount: 'Body', reason: 'Důvod' } },
    statuses: {
      one: 'Změna stavu',
      name: 'Změny stavu',
      fields: { day: 'Datum', from: 'Předchozí stav', to: 'Nový stav' },
    },
  },
  tabs: { overview: 'Přehled', bookings: 'Rezervace', sales: 'Prodeje', points: 'Body' },
} satisfies Terms['catalogue'];
