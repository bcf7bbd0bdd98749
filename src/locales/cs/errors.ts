import type { Terms } from '../terms.js';

export const errors = {
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
} satisfies Terms['errors'];
