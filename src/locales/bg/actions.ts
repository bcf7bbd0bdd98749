import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const actions = {
  favourite: {
    label: 'Любим',
    on: 'Добави в любими',
    off: 'Премахни от любими',
    button: (count: number) =>
      plural('bg', count, { one: 'Добави # клиент в любими', other: 'Добави # клиенти в любими' }),
    done: (count: number) =>
      plural('bg', count, { one: '# клиент е добавен в любими', other: '# клиенти са добавени в любими' }),
    doneOff: (count: number) =>
      plural('bg', count, {
        one: '# клиент е премахнат от любими',
        other: '# клиенти са премахнати от любими',
      }),
  },
  block: {
    label: 'Блокирай',
    button: (count: number) => plural('bg', count, { one: 'Блокирай # клиент', other: 'Блокирай # клиенти' }),
    title: (count: number) =>
      plural('bg', count, { one: 'Да се блокира ли # клиент?', other: 'Да се блокират ли # клиенти?' }),
    text: 'Блокираните клиенти не могат да резервират и не получават съобщения. Можете да ги отблокирате по всяко време.',
    reason: 'Причина',
    done: (count: number) =>
      plural('bg', count, { one: '# клиент е блокиран', other: '# клиенти са блокирани' }),
  },
  unblock: {
    label: 'Отблокирай',
    button: (count: number) =>
      plural('bg', count, { one: 'Отблокирай # клиент', other: 'Отблокирай # клиенти' }),
    done: (count: number) =>
      plural('bg', count, { one: '# клиент е отблокиран', other: '# клиенти са отблокирани' }),
  },
  delete: {
    label: 'Изтрий',
    button: (count: number) => plural('bg', count, { one: 'Изтрий # клиент', other: 'Изтрий # клиенти' }),
    title: (count: number) =>
      plural('bg', count, { one: 'Да се изтрие ли # клиент?', other: 'Да се изтрият ли # клиенти?' }),
    text: (count: number) =>
      plural('bg', count, {
        one: '# клиент изчезва от списъка заедно с историята си. Можете да го възстановите.',
        other: '# клиенти изчезват от списъка заедно с историята си. Можете да ги възстановите.',
      }),
    word: 'ИЗТРИЙ',
    typeWord: (word: string) => `Напишете ${word}, за да потвърдите`,
    wrongWord: (word: string) => `Това не е думата ${word}`,
    done: (count: number) => plural('bg', count, { one: '# клиент е изтрит', other: '# клиенти са изтрити' }),
  },
  restore: {
    label: 'Възстанови',
    button: (count: number) =>
      plural('bg', count, { one: 'Възстанови # клиент', other: 'Възстанови # клиенти' }),
    done: (count: number) =>
      plural('bg', count, { one: '# клиент е възстановен', other: '# клиенти са възстановени' }),
  },
  addToCategory: {
    label: 'Добави в категория',
    title: (count: number) =>
      plural('bg', count, { one: 'Добави # клиент в категория', other: 'Добави # клиенти в категория' }),
    button: (count: number) => plural('bg', count, { one: 'Добави # клиент', other: 'Добави # клиенти' }),
    done: (count: number) =>
      plural('bg', count, {
        one: '# клиент е добавен в категорията',
        other: '# клиенти са добавени в категорията',
      }),
  },
  removeFromCategory: {
    label: 'Премахни от категория',
    title: (count: number) =>
      plural('bg', count, {
        one: 'Премахни # клиент от категория',
        other: 'Премахни # клиенти от категория',
      }),
    button: (count: number) => plural('bg', count, { one: 'Премахни # клиент', other: 'Премахни # клиенти' }),
    done: (count: number) =>
      plural('bg', count, {
        one: '# клиент е премахнат от категорията',
        other: '# клиенти са премахнати от категорията',
      }),
  },
  addToGroup: {
    label: 'Добави в група',
    title: (count: number) =>
      plural('bg', count, { one: 'Добави # клиент в група', other: 'Добави # клиенти в група' }),
    button: (count: number) => plural('bg', count, { one: 'Добави # клиент', other: 'Добави # клиенти' }),
    done: (count: number) =>
      plural('bg', count, { one: '# клиент е добавен в групата', other: '# клиенти са добавени в групата' }),
  },
  removeFromGroup: {
    label: 'Премахни от група',
    title: (count: number) =>
      plural('bg', count, { one: 'Премахни # клиент от група', other: 'Премахни # клиенти от група' }),
    button: (count: number) => plural('bg', count, { one: 'Премахни # клиент', other: 'Премахни # клиенти' }),
    done: (count: number) =>
      plural('bg', count, {
        one: '# клиент е премахнат от групата',
        other: '# клиенти са премахнати от групата',
      }),
  },
  setTier: {
    label: 'Промени нивото',
    title: (count: number) =>
      plural('bg', count, { one: 'Промени нивото на # клиент', other: 'Промени нивото на # клиенти' }),
    button: (count: number) =>
      plural('bg', count, { one: 'Промени нивото на # клиент', other: 'Промени нивото на # клиенти' }),
    done: (count: number) =>
      plural('bg', count, {
        one: 'Нивото на # клиент е променено',
        other: 'Нивото на # клиенти е променено',
      }),
  },
  job: {
    running: (done: string, total: string) => `${done} от ${total}`,
    cancel: 'Спри',
    cancelled: (done: string, total: string) => `Спряно след ${done} от ${total}`,
    undone: (count: number) =>
      plural('bg', count, { one: 'Отменено за # клиент', other: 'Отменено за # клиенти' }),
    undoneSome: (count: number) =>
      plural('bg', count, {
        one: '# клиент е променен междувременно и остава както е',
        other: '# клиенти са променени междувременно и остават както са',
      }),
    failed: (count: number) => plural('bg', count, { one: '# неуспешен', other: '# неуспешни' }),
    skipped: (count: number) => plural('bg', count, { one: '# пропуснат', other: '# пропуснати' }),
    retryFailed: (count: number) =>
      plural('bg', count, { one: 'Опитай отново с # неуспешен', other: 'Опитай отново с # неуспешни' }),
    nothing: 'Няма какво да се променя',
    reasons: {
      unchanged: 'вече е така',
      changed: 'променен междувременно',
      gone: 'изтрит междувременно',
      forbidden: 'няма право',
      blocked: 'блокиран',
      muted: 'заглушена комуникация',
      unsubscribed: 'отписан',
      no_consent: 'няма съгласие',
      no_channel: 'няма адрес за този канал',
      not_enough: 'недостатъчна наличност',
      invalid: 'невалидна стойност',
      storage: 'не можа да се запази',
      cancelled: 'спряно преди това',
      transport: 'не можа да се достави',
    },
    otherReason: 'друга причина',
  },
} satisfies Terms['actions'];
