import type { Terms } from '../terms.js';

export const errors = {
  not_found: {
    title: 'Šī klienta šeit vairs nav',
    hint: 'Tas ir dzēsts vai jums nav pieejams. Atgriezieties pie saraksta.',
  },
  stale_version: {
    title: 'Šo klientu tikko izmainīja kāds cits',
    hint: 'Apskatiet, kas mainījies, un saglabājiet vēlreiz. Ievadītais ir saglabāts.',
  },
  version_required: {
    title: 'To neizdevās saglabāt',
    hint: 'Pārlādējiet lapu un mēģiniet vēlreiz. Ievadītais ir saglabāts.',
  },
  invalid: { title: 'Kaut kas nav aizpildīts pareizi', hint: 'Izlabojiet atzīmētos laukus.' },
  forbidden: { title: 'Jums nav tiesību to darīt', hint: 'Lūdziet piekļuvi administratoram.' },
  step_up_required: { title: 'Apstipriniet, ka tas esat jūs', hint: 'Apstipriniet un mēģiniet vēlreiz.' },
  conflict: {
    title: 'Pa to laiku klienti ir mainījušies',
    hint: 'Pārbaudiet, cik to ir tagad, un apstipriniet vēlreiz.',
  },
  rate_limited: { title: 'Pārāk daudz pieprasījumu', hint: 'Uzgaidiet minūti un mēģiniet vēlreiz.' },
  offline: { title: 'Nav savienojuma', hint: 'Pārbaudiet internetu. Ievadītais ir saglabāts.' },
  timeout: {
    title: 'Serveris atbild pārāk ilgi',
    hint: 'Mēģiniet vēlreiz. Ja nelīdz, mēģiniet nedaudz vēlāk.',
  },
  unavailable: { title: 'Serveris neatbild', hint: 'Jūsu dati ir drošībā. Mēģiniet pēc minūtes.' },
  malformed_answer: {
    title: 'Serveris atbildēja ar kaut ko nesaprotamu',
    hint: 'Jūsu dati ir drošībā. Mēģiniet vēlreiz vai pasakiet administratoram.',
  },
  unsupported: { title: 'Šeit tas nav pieejams', hint: 'Pajautājiet administratoram, vai to var ieslēgt.' },
  unauthenticated: {
    title: 'Jūs esat izrakstījies',
    hint: 'Pierakstieties vēlreiz. Ievadītais ir saglabāts.',
  },
  aborted: { title: 'Apturēts', hint: 'Mēģiniet vēlreiz, kad gribēsiet turpināt.' },
  too_large: {
    title: 'Tas vienā reizē ir par daudz',
    hint: 'Mēģiniet ar mazāk klientiem vai mazāku failu.',
  },
  storage: {
    title: 'Nav vietas, kur to saglabāt',
    hint: 'Atbrīvojiet vietu pārlūkā vai diskā un mēģiniet vēlreiz.',
  },
} satisfies Terms['errors'];
