import type { Terms } from '../terms.js';

export const catalogue = {
  groups: {
    identity: 'Kas tas ir',
    contact: 'Saziņa',
    visits: 'Apmeklējumi',
    money: 'Nauda',
    loyalty: 'Lojalitāte',
    marketing: 'Mārketings',
    profile: 'Profils',
    system: 'Uzskaite',
    custom: 'Citi lauki',
  },
  records: {
    bookings: {
      one: 'Pieraksts',
      name: 'Pieraksti',
      fields: {
        start: 'Sākums',
        minutes: 'Ilgums minūtēs',
        state: 'Stāvoklis',
        services: 'Pakalpojumi',
        staff: 'Darbinieks',
        branch: 'Filiāle',
        price: 'Cena',
        tip: 'Dzeramnauda',
        online: 'Pieteikts tiešsaistē',
      },
    },
    sales: {
      one: 'Pārdošana',
      name: 'Pārdošana',
      fields: { at: 'Datums', title: 'Kas pārdots', amount: 'Summa', staff: 'Darbinieks', branch: 'Filiāle' },
    },
    points: {
      one: 'Punktu kustība',
      name: 'Punkti',
      fields: { at: 'Datums', amount: 'Punkti', reason: 'Iemesls' },
    },
    statuses: {
      one: 'Statusa maiņa',
      name: 'Statusa maiņas',
      fields: { day: 'Datums', from: 'Iepriekšējais statuss', to: 'Jaunais statuss' },
    },
  },
  tabs: { overview: 'Pārskats', bookings: 'Pieraksti', sales: 'Pārdošana', points: 'Punkti' },
} satisfies Terms['catalogue'];
