import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const actions = {
  favourite: {
    label: 'Izlase',
    on: 'Pievienot izlasei',
    off: 'Noņemt no izlases',
    button: (count: number) =>
      plural('lv', count, {
        zero: 'Pievienot # klientu izlasei',
        one: 'Pievienot # klientu izlasei',
        other: 'Pievienot # klientus izlasei',
      }),
    done: (count: number) =>
      plural('lv', count, {
        zero: 'Izlasei pievienoti # klientu',
        one: 'Izlasei pievienots # klients',
        other: 'Izlasei pievienoti # klienti',
      }),
    doneOff: (count: number) =>
      plural('lv', count, {
        zero: 'No izlases noņemti # klientu',
        one: 'No izlases noņemts # klients',
        other: 'No izlases noņemti # klienti',
      }),
  },
  block: {
    label: 'Bloķēt',
    button: (count: number) =>
      plural('lv', count, { zero: 'Bloķēt # klientu', one: 'Bloķēt # klientu', other: 'Bloķēt # klientus' }),
    title: (count: number) =>
      plural('lv', count, {
        zero: 'Vai bloķēt # klientu?',
        one: 'Vai bloķēt # klientu?',
        other: 'Vai bloķēt # klientus?',
      }),
    text: 'Bloķēti klienti nevar pierakstīties un nesaņem ziņas. Atbloķēt tos var jebkurā laikā.',
    reason: 'Iemesls',
    done: (count: number) =>
      plural('lv', count, {
        zero: 'Bloķēti # klientu',
        one: 'Bloķēts # klients',
        other: 'Bloķēti # klienti',
      }),
  },
  unblock: {
    label: 'Atbloķēt',
    button: (count: number) =>
      plural('lv', count, {
        zero: 'Atbloķēt # klientu',
        one: 'Atbloķēt # klientu',
        other: 'Atbloķēt # klientus',
      }),
    done: (count: number) =>
      plural('lv', count, {
        zero: 'Atbloķēti # klientu',
        one: 'Atbloķēts # klients',
        other: 'Atbloķēti # klienti',
      }),
  },
  delete: {
    label: 'Dzēst',
    button: (count: number) =>
      plural('lv', count, { zero: 'Dzēst # klientu', one: 'Dzēst # klientu', other: 'Dzēst # klientus' }),
    title: (count: number) =>
      plural('lv', count, {
        zero: 'Vai dzēst # klientu?',
        one: 'Vai dzēst # klientu?',
        other: 'Vai dzēst # klientus?',
      }),
    text: (count: number) =>
      plural('lv', count, {
        zero: '# klientu pazudīs no saraksta kopā ar vēsturi. Tos var atjaunot.',
        one: '# klients pazudīs no saraksta kopā ar vēsturi. To var atjaunot.',
        other: '# klienti pazudīs no saraksta kopā ar vēsturi. Tos var atjaunot.',
      }),
    word: 'DZĒST',
    typeWord: (word: string) => `Lai apstiprinātu, ierakstiet ${word}`,
    wrongWord: (word: string) => `Tas nav vārds ${word}`,
    done: (count: number) =>
      plural('lv', count, { zero: 'Dzēsti # klientu', one: 'Dzēsts # klients', other: 'Dzēsti # klienti' }),
  },
  restore: {
    label: 'Atjaunot',
    button: (count: number) =>
      plural('lv', count, {
        zero: 'Atjaunot # klientu',
        one: 'Atjaunot # klientu',
        other: 'Atjaunot # klientus',
      }),
    done: (count: number) =>
      plural('lv', count, {
        zero: 'Atjaunoti # klientu',
        one: 'Atjaunots # klients',
        other: 'Atjaunoti # klienti',
      }),
  },
  addToCategory: {
    label: 'Pievienot kategorijai',
    title: (count: number) =>
      plural('lv', count, {
        zero: 'Pievienot # klientu kategorijai',
        one: 'Pievienot # klientu kategorijai',
        other: 'Pievienot # klientus kategorijai',
      }),
    button: (count: number) =>
      plural('lv', count, {
        zero: 'Pievienot # klientu',
        one: 'Pievienot # klientu',
        other: 'Pievienot # klientus',
      }),
    done: (count: number) =>
      plural('lv', count, {
        zero: 'Kategorijai pievienoti # klientu',
        one: 'Kategorijai pievienots # klients',
        other: 'Kategorijai pievienoti # klienti',
      }),
  },
  removeFromCategory: {
    label: 'Noņemt no kategorijas',
    title: (count: number) =>
      plural('lv', count, {
        zero: 'Noņemt # klientu no kategorijas',
        one: 'Noņemt # klientu no kategorijas',
        other: 'Noņemt # klientus no kategorijas',
      }),
    button: (count: number) =>
      plural('lv', count, { zero: 'Noņemt # klientu', one: 'Noņemt # klientu', other: 'Noņemt # klientus' }),
    done: (count: number) =>
      plural('lv', count, {
        zero: 'No kategorijas noņemti # klientu',
        one: 'No kategorijas noņemts # klients',
        other: 'No kategorijas noņemti # klienti',
      }),
  },
  addToGroup: {
    label: 'Pievienot grupai',
    title: (count: number) =>
      plural('lv', count, {
        zero: 'Pievienot # klientu grupai',
        one: 'Pievienot # klientu grupai',
        other: 'Pievienot # klientus grupai',
      }),
    button: (count: number) =>
      plural('lv', count, {
        zero: 'Pievienot # klientu',
        one: 'Pievienot # klientu',
        other: 'Pievienot # klientus',
      }),
    done: (count: number) =>
      plural('lv', count, {
        zero: 'Grupai pievienoti # klientu',
        one: 'Grupai pievienots # klients',
        other: 'Grupai pievienoti # klienti',
      }),
  },
  removeFromGroup: {
    label: 'Noņemt no grupas',
    title: (count: number) =>
      plural('lv', count, {
        zero: 'Noņemt # klientu no grupas',
        one: 'Noņemt # klientu no grupas',
        other: 'Noņemt # klientus no grupas',
      }),
    button: (count: number) =>
      plural('lv', count, { zero: 'Noņemt # klientu', one: 'Noņemt # klientu', other: 'Noņemt # klientus' }),
    done: (count: number) =>
      plural('lv', count, {
        zero: 'No grupas noņemti # klientu',
        one: 'No grupas noņemts # klients',
        other: 'No grupas noņemti # klienti',
      }),
  },
  setTier: {
    label: 'Mainīt līmeni',
    title: (count: number) =>
      plural('lv', count, {
        zero: 'Mainīt līmeni # klientiem',
        one: 'Mainīt līmeni # klientam',
        other: 'Mainīt līmeni # klientiem',
      }),
    button: (count: number) =>
      plural('lv', count, {
        zero: 'Mainīt līmeni # klientiem',
        one: 'Mainīt līmeni # klientam',
        other: 'Mainīt līmeni # klientiem',
      }),
    done: (count: number) =>
      plural('lv', count, {
        zero: 'Līmenis mainīts # klientiem',
        one: 'Līmenis mainīts # klientam',
        other: 'Līmenis mainīts # klientiem',
      }),
  },
  job: {
    running: (done: string, total: string) => `${done} no ${total}`,
    cancel: 'Apturēt',
    cancelled: (done: string, total: string) => `Apturēts pēc ${done} no ${total}`,
    undone: (count: number) =>
      plural('lv', count, {
        zero: 'Atsaukts # klientiem',
        one: 'Atsaukts # klientam',
        other: 'Atsaukts # klientiem',
      }),
    undoneSome: (count: number) =>
      plural('lv', count, {
        zero: '# klientu kopš tā laika ir mainīti un paliek, kā ir',
        one: '# klients kopš tā laika ir mainīts un paliek, kā ir',
        other: '# klienti kopš tā laika ir mainīti un paliek, kā ir',
      }),
    failed: (count: number) =>
      plural('lv', count, { zero: 'Neizdevās: #', one: 'Neizdevās: #', other: 'Neizdevās: #' }),
    skipped: (count: number) =>
      plural('lv', count, { zero: 'Izlaisti: #', one: 'Izlaists: #', other: 'Izlaisti: #' }),
    retryFailed: (count: number) =>
      plural('lv', count, {
        zero: 'Mēģināt vēlreiz neizdevušos (#)',
        one: 'Mēģināt vēlreiz neizdevušos (#)',
        other: 'Mēģināt vēlreiz neizdevušos (#)',
      }),
    nothing: 'Nav ko mainīt',
    reasons: {
      unchanged: 'jau tā ir',
      changed: 'pa to laiku mainīts',
      gone: 'pa to laiku dzēsts',
      forbidden: 'nav tiesību',
      blocked: 'bloķēts',
      muted: 'saziņa izslēgta',
      unsubscribed: 'atteicies',
      no_consent: 'nav piekrišanas',
      no_channel: 'nav adreses šim kanālam',
      not_enough: 'nepietiek atlikuma',
      invalid: 'nederīga vērtība',
      storage: 'neizdevās saglabāt',
      cancelled: 'apturēts pirms tam',
      transport: 'neizdevās piegādāt',
    },
    otherReason: 'cits iemesls',
  },
} satisfies Terms['actions'];
