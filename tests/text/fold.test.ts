import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fold, transliterate } from '../../src/text/index.js';
import { bg } from '../../src/sample/names/bg.js';
import { ru } from '../../src/sample/names/ru.js';
import type { NameBook } from '../../src/sample/names/types.js';
import { anyText, hostileText } from './words.js';

/** Spellings of one name: each must find all others. */
const SAME: readonly string[] = [
  'Юлия Yulia Julija Iuliia Yuliya Julia',
  'Щербакова Shcherbakova Ščerbakova Shterbakova Sterbakova Scherbakova ЩЕРБАКОВА',
  'Елена Elena Yelena Jeļena Jelena',
  'Юрий Yuri Yury Yuriy Jurij Iurii',
  'Чайковский Tchaikovsky Chaikovskii Čajkovskij Chaykovskiy',
  'Цветкова Tsvetkova Cvetkova',
  'Соловьёв Соловьев Solovyov Solovev Solovjov',
  'Фёдор Федор Fyodor Fedor Fjodor',
  'Алёна Алена Alyona Alena',
  'Евгений Evgeny Yevgeniy Jevgenij Evgenii',
  'Алексеев Alekseev Aleksejev Alekseyev',
  'Първан Parvan ПЪРВАН',
  'Кольо Kolyo Koljo',
  'Хадиджа Khadidzha Hadidzha',
  'Наталья Наталия Natalia Natalya Natalja Nataliia',
  'Александр Alexandr Aleksandr',
  'Жанна Zhanna Žanna Zanna',
  'Шарка Šárka Sarka Sharka',
  'Мария Maria Mariia Mariya Marija',
  'Кирил Кирилл Kiril Kirill',
  'София Sofia Sophia Sofija',
  'Марта Marta Martha',
  'Объедков Obedkov Obyedkov',
  "Мар'яна Мар’яна Мариана Mariana Maryana",
  'Кац Kats Katz Kac',
  'Jānis Janis JĀNIS',
  'Müller Muller',
  'Straße Strasse STRASSE',
  'Анна-Мария|Anna Maria|anna-marija|ANNA  MARIA',
];

describe('fold', () => {
  for (const spellings of SAME) {
    const [first = '', ...others] = spellings.includes('|') ? spellings.split('|') : spellings.split(' ');
    it(`gives one key to ${spellings.replaceAll('|', ', ')}`, () => {
      for (const other of others) assert.equal(fold(other), fold(first), other);
    });
  }

  it('keeps apart names that differ by more than spelling', () => {
    const names = [
      'Анна',
      'Инна',
      'Жанна',
      'Яна',
      'Юна',
      'Иванов',
      'Иванова',
      'Петров',
      'Петрова',
      'Сергей',
      'Чернов',
      'Зернов',
    ];
    assert.equal(new Set(names.map(fold)).size, names.length);
    assert.notEqual(fold('Хана'), fold('Кана'));
    assert.notEqual(fold('Фёдор'), fold('Пётр'));
  });

  const wordsOf = (book: NameBook): string[] => [
    ...new Set([...book.female, ...book.male, ...book.surnames.flat(), ...book.patronymics.flat()]),
  ];
  for (const book of [ru, bg]) {
    it(`meets the official Latin spelling of every ${book.language} name, and merges no two of them`, () => {
      const names = wordsOf(book);
      assert.ok(names.length > 200);
      for (const name of names) assert.equal(fold(transliterate(name, book.language)), fold(name), name);
      const keys = new Set(names.map(fold));
      const distinct = new Set(names.map((name) => name.toLowerCase().replaceAll('ё', 'е')));
      assert.equal(keys.size, distinct.size);
    });
  }

  it('finds a name by every beginning of any of its spellings, letter by letter', () => {
    for (const spellings of SAME.filter((line) => !line.includes('|'))) {
      const names = spellings.split(' ');
      for (const typed of names) {
        for (let n = 1; n <= typed.length; n++) {
          const needle = fold(typed.slice(0, n));
          for (const name of names)
            assert.ok(fold(name).startsWith(needle), `${typed.slice(0, n)} in ${name}`);
        }
      }
    }
  });

  it('gives the beginning of a text the beginning of its key', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), (text, n) => {
        assert.ok(fold(text).startsWith(fold(text.slice(0, n))));
      }),
      { numRuns: 3000 },
    );
  });

  it('is idempotent, and writes only the letters of its key for the five languages', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const key = fold(text);
        assert.match(key, /^([a-z0-9@._+]+( [a-z0-9@._+]+)*)?$/);
        assert.equal(fold(key), key);
      }),
      { numRuns: 3000 },
    );
  });

  it('does not depend on case', () => {
    fc.assert(
      fc.property(anyText, (text) => assert.equal(fold(text.toUpperCase()), fold(text.toLowerCase()))),
    );
  });

  it('takes any text at all, and is idempotent on it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const key = fold(text);
        assert.equal(fold(key), key);
        assert.ok(!key.includes('  ') && key.trim() === key);
      }),
      { numRuns: 5000 },
    );
  });

  it('reads compatible forms and texts that came apart', () => {
    assert.equal(fold('Ｆｏｏ ﬁn'), fold('foo fin'));
    assert.equal(fold('и\u0306ё'.normalize('NFD')), fold('йё'));
    assert.equal(fold('Ne\u030cmcova\u0301'), fold('Němcová'));
    assert.equal(fold('ΑΘΗΝΑ'), 'αθηνα');
    assert.equal(fold('A\u200bn\u00adna\u00a0B'), 'ana b');
  });

  it('keeps e-mail addresses and codes searchable', () => {
    assert.equal(fold('Ann.Lee+1@Mail.com').includes(fold('lee+1@ma')), true);
    assert.equal(fold('1100'), '1100');
    assert.equal(fold('  '), '');
  });
});
