import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { displayName, initials, nameOrderOf, splitName } from '../../src/text/index.js';
import { hostileText } from './words.js';

const ivan = { firstName: 'Иван', lastName: 'Иванов', patronymic: 'Петрович' };

describe('displayName', () => {
  it('stands in the order asked for', () => {
    assert.equal(displayName(ivan), 'Иван Петрович Иванов');
    assert.equal(displayName(ivan, 'lastFirst'), 'Иванов Иван Петрович');
    assert.equal(nameOrderOf('ru-RU'), 'lastFirst');
    assert.equal(nameOrderOf('bg'), 'firstLast');
  });

  it('has no gap where a part is missing', () => {
    assert.equal(displayName({ firstName: ' Jana ', lastName: null }), 'Jana');
    assert.equal(displayName({ lastName: 'de  la\tCruz' }), 'de la Cruz');
    assert.equal(displayName({}), '');
  });
});

describe('initials', () => {
  it('takes the first and the last name in the order shown', () => {
    assert.equal(initials(ivan), 'ИИ');
    assert.equal(initials({ firstName: 'jānis', lastName: 'bērziņš' }), 'JB');
    assert.equal(initials({ firstName: 'Anna', lastName: 'Lee' }, 'lastFirst'), 'LA');
    assert.equal(initials({ firstName: 'Anna' }), 'A');
    assert.equal(initials('Anna Maria Lee'), 'AL');
  });

  it('takes whole characters, past quotes, and nothing from what has no letter', () => {
    assert.equal(initials('«Салон» "Роза"'), 'СР');
    assert.equal(
      initials('Е\u0308лкин e\u0301va'.normalize('NFD')),
      'Ё'.normalize('NFD') + 'É'.normalize('NFD'),
    );
    assert.equal(initials('👩‍👩‍👧 Дом'), '👩‍👩‍👧Д');
    assert.equal(initials('7 ...'), '7');
    assert.equal(initials(' . '), '');
  });

  it('takes any text', () => {
    fc.assert(fc.property(hostileText, (text) => void initials(text)));
  });
});

describe('splitName', () => {
  it('knows a patronymic by its ending in either order', () => {
    const parts = { firstName: 'Анна', lastName: 'Иванова', patronymic: 'Сергеевна' };
    assert.deepEqual(splitName('Иванова Анна Сергеевна'), parts);
    assert.deepEqual(splitName('Анна Сергеевна Иванова', 'lastFirst'), parts);
    assert.deepEqual(splitName('Анна Сергеевна'), { ...parts, lastName: null });
    assert.deepEqual(splitName('Попович Иван Ильич'), {
      firstName: 'Иван',
      lastName: 'Попович',
      patronymic: 'Ильич',
    });
    assert.equal(splitName('Мамедов Али Гасан оглы').patronymic, 'Гасан оглы');
  });

  it('goes by the order where nothing else tells', () => {
    assert.deepEqual(splitName('Jana Nováková'), {
      firstName: 'Jana',
      lastName: 'Nováková',
      patronymic: null,
    });
    assert.deepEqual(splitName('Иванов Иван', 'lastFirst'), {
      firstName: 'Иван',
      lastName: 'Иванов',
      patronymic: null,
    });
    assert.deepEqual(splitName('Smith, Jane Ann'), {
      firstName: 'Jane Ann',
      lastName: 'Smith',
      patronymic: null,
    });
    assert.deepEqual(splitName('Мария Петрова Иванова', 'firstLast', 'bg'), {
      firstName: 'Мария',
      patronymic: 'Петрова',
      lastName: 'Иванова',
    });
    assert.deepEqual(splitName('Ludwig van Beethoven').lastName, 'van Beethoven');
    assert.deepEqual(splitName('Cher'), { firstName: 'Cher', lastName: null, patronymic: null });
    assert.deepEqual(splitName(' '), { firstName: null, lastName: null, patronymic: null });
  });

  it('loses no word of any name', () => {
    const word = fc.constantFrom(
      'Анна',
      'Петровна',
      'Ильич',
      'Иванов',
      'оглы',
      'van',
      'Lee',
      'Попович',
      'Ann,',
      'О.',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 6 }),
        fc.constantFrom('firstLast', 'lastFirst'),
        (list, order) => {
          const parts = splitName(list.join(' '), order);
          const kept = displayName(parts)
            .split(' ')
            .filter(Boolean)
            .map((each) => each.replace(',', ''));
          assert.deepEqual(kept.toSorted(), list.map((each) => each.replace(',', '')).toSorted());
        },
      ),
    );
  });
});
