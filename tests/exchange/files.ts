/** A text in a Windows code page, or another encoding that `TextDecoder` knows by single bytes. */
export function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (char) => {
    const byte = bytes.get(char);
    if (byte === undefined) throw new RangeError(`${char} is not in ${encoding}`);
    return byte;
  });
}

export function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

/** Bytes as a stream of pieces of a size. */
export function streamOf(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

export const FILES = {
  ru: `Фамилия;Имя;Отчество;Телефон;Дата рождения;Скидка, %\r\nЩербакова;Анна;Петровна;8 (916) 123-45-67;12.04.1990;10\r\nЁлкин;Пётр;;+7 912 000-11-22;1 мая 1985;\r\n`,
  bg: `Име;Фамилия;GSM;Населено място;Бележки\r\nЮлия;Първанова;0888 123 456;Стара Загора;Обича кафе\r\nГьорги;Жеков;0899123457;Ямбол;\r\n`,
  cs: `Jméno;Příjmení;E-mail;Telefon;Město;Poznámka\r\nŽofie;Dvořáková;zofie@example.cz;603 123 456;Příbram;Přišla včas, těší se\r\nJiří;Čapek;jiri@example.cz;+420 777 888 999;Ústí nad Labem;\r\n`,
  lv: `Vārds;Uzvārds;Tālrunis;Pilsēta;Piezīmes\r\nĢirts;Bērziņš;20000001;Rīga;Grūti sazvanīt\r\nLīga;Kļaviņa;+371 20000002;Cēsis;Šķiet, jauna kliente\r\n`,
} as const;
