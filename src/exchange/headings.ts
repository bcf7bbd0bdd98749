/**
 * Headings of client lists as they are seen in the wild, in English, Russian, Bulgarian, Czech and Latvian, one line each: lower case, ё as е, no
 * punctuation. A word that stands under two keys belongs to the first.
 */
export const HEADINGS = {
  firstName: [
    'first name, firstname, first, fname, given name, forename, christian name',
    'имя, имя клиента',
    'собствено име, първо име, име',
    'jméno, křestní jméno',
    'vārds, klienta vārds',
  ],
  lastName: [
    'last name, lastname, last, lname, surname, family name',
    'фамилия',
    'фамилно име, фамилно',
    'příjmení',
    'uzvārds',
  ],
  patronymic: [
    'middle name, additional name, patronymic',
    'отчество',
    'презиме, бащино име, второ име',
    'prostřední jméno, druhé jméno',
    'otrais vārds, tēvvārds',
  ],
  name: [
    'name, full name, client name, customer name, display name, file as, client, customer, guest name',
    'фио, клиент, контрагент, наименование, полное наименование, полное имя контакта, ф и о, имя и фамилия, имя клиента',
    'име, имена, три имена, трите имена, име и фамилия, име презиме фамилия, пълно име, пациент',
    'jméno, jméno zákazníka, příjmení a jméno, jméno a příjmení, celé jméno, klient, zákazník',
    'vārds uzvārds, pilns vārds, kontakta vārds, vārds un uzvārds, klients, klienta nosaukums',
  ],
  phones: [
    'phone, phone number, mobile, mobile number, mobile phone, cell phone, primary phone, sms, telephone, tel, phone 1 value, cell, whatsapp, home phone, work phone, business phone, day phone, night phone, landline, additional phone, other phone, phone 2 value, second phone',
    'телефон, номер телефона, телефон клиента, моб телефон, мобильный телефон, моб, тел, телефоны, сотовый, контактный телефон, второй телефон, рабочий телефон, доп телефон, дополнительный телефон, домашний телефон, телефон 2',
    'gsm, мобилен, мобилен телефон, мобилен номер, телефон за връзка, телефонен номер, телефони, жсм, домашен телефон, служебен телефон, алтернативен телефонен номер, втори телефон',
    'telefon, mobil, telefonní číslo, mobilní telefon, kontakt, telefon 2, další telefon, pevná linka, telefon domů, telefon do práce',
    'tālrunis, mobilais tālrunis, telefona numurs, tālruņu numuri, telefons, mobilais, tel nr, mob tālr, mājas tālrunis, darba tālrunis, biroja tālrunis, cits tālrunis, tālrunis 2',
  ],
  emails: [
    'email, e mail, email address, e mail address, primary email, e mail 1 value, mail',
    'электронная почта, почта, эл почта, email клиента, электронные адреса, адрес эл почты, имейл',
    'електронна поща, и мейл, ел поща, мейл',
    'e mailová adresa',
    'e pasts, epasts, e pasta adrese',
  ],
  gender: ['gender, sex', 'пол', 'pohlaví', 'dzimums'],
  birthday: [
    'birthday, birth date, birthdate, date of birth, dob, date birth, bday, birthdatetime',
    'дата рождения, день рождения, др, д р, год рождения',
    'дата на раждане, рождена дата, роден, родена, роден на, рожд дата, рожден ден',
    'datum narození, narození, dat nar, narozeniny',
    'dzimšanas datums, dzimšanas diena, dzim datums',
  ],
  address: [
    'address, street, street address, street address 1, address 1, address line 1, home street, default address address1, address 1 formatted',
    'адрес, улица, адрес проживания',
    'постоянен адрес, настоящ адрес, ул',
    'adresa, ulice, číslo popisné',
    'adrese, iela, dzīvesvietas adrese',
  ],
  city: [
    'city, town, suburb, home city, locality',
    'город, населенный пункт',
    'град, населено място, село, нас място',
    'město, obec',
    'pilsēta, novads',
  ],
  country: [
    'country, country code, country region, default address country code',
    'страна',
    'държава',
    'země, stát',
    'valsts',
  ],
  postcode: [
    'postal code, postcode, post code, zip, zip code, zipcode, postal zip code',
    'почтовый индекс, индекс',
    'пощенски код, пк',
    'psč',
    'pasta indekss',
  ],
  workplace: [
    'company, company name, organization, organization name, organization 1 name, business name, default address company, org',
    'компания, место работы, организация',
    'фирма, месторабота',
    'firma, společnost, zaměstnavatel',
    'uzņēmums, darbavieta',
  ],
  source: [
    'source, creation source, lead source, referral source, referral type, referred by, refered by, utm tag, how did you hear, channel',
    'источник, источник клиента, откуда узнал, рекламный источник, канал привлечения, кто пригласил',
    'източник, откъде ни намери, препоръчан от',
    'zdroj, odkud nás znáte, doporučil',
    'interesenta avots, avots, reklāmas avots, ieteica',
  ],
  preferences: [
    'note, notes, memo, comment, comments, remarks, customer note, description',
    'комментарий, заметка, заметки, примечание, примечания, описание',
    'бележка, бележки, забележка, забележки, коментар',
    'poznámka, poznámky, komentář, popis',
    'piezīmes, apraksts, piezīme, komentārs',
  ],
  categories: [
    'tags, tag, labels, categories, category, client category, segments',
    'теги, тэги, категории, категория, метки, ярлыки, важность',
    'тагове, етикети',
    'štítky, kategorie, značky, tagy',
    'kategorija, birkas, tagi',
  ],
  groups: [
    'group, groups, group membership, list, membership, customer segment',
    'группа, группа статус клиента, статус клиента, статус в программе лояльности, сегмент',
    'група, целева група',
    'skupina zákazníků, skupina',
    'grupa, klientu grupa',
  ],
  discount: [
    'discount, discountrate, discount percent',
    'скидка, процент скидки, персональная скидка, размер скидки',
    'отстъпка, отстъпка процент, процент отстъпка',
    'sleva, sleva v procentech',
    'atlaide, atlaide procentos',
  ],
  cardNumbers: [
    'card number, account number, barcode id, loyalty card, member number',
    'карта, номер карты, дисконтная карта, бонусная карта, штрихкод карты',
    'номер на карта, клиентска карта',
    'číslo karty, zákaznická karta, věrnostní karta',
    'atlaides kartes numurs, kartes numurs, klienta karte',
  ],
  points: [
    'points, points earned, points balance, stamp balance, bonus, loyalty points',
    'баланс баллов, баллы, баланс бонусного счета клиента, бонусы, бонусный баланс',
    'точки, бонус точки, бонуси',
    'body, věrnostní body, bonusové body',
    'punkti, bonusa punkti, bonusi',
  ],
  depositBalance: [
    'balance, cash balance, account balance, credit, deposit, store credit',
    'баланс счета клиента, баланс, личный счет, депозит, остаток, аванс',
    'салдо, предплатена сума',
    'zůstatek, kredit, depozit, záloha',
    'depozīts, bilance, atlikums',
  ],
  visits: [
    'visits, total visits, visit count, visits count, transaction count, total orders, total bookings, appointments booked',
    'количество визитов, визитов, количество посещений, визиты, посещения, кол во визитов, число записей',
    'брой посещения, брой резервации',
    'počet návštěv, návštěvy, počet rezervací',
    'apmeklējumu skaits, vizītes',
  ],
  totalSpent: [
    'total spent, lifetime spend, total spend, amount paid, spent, ltv, sold amount',
    'сумма покупок, оплачено, продано, сумма продаж, потрачено, выручка, оборот',
    'общо похарчено, обща сума',
    'celková útrata, utraceno, obrat',
    'iztērēts, kopējā summa, apgrozījums',
  ],
  firstVisit: [
    'first visit, first visit date, first booking, first booking date, first appointment date',
    'первый визит, дата первого визита, первое посещение',
    'първо посещение, първа резервация',
    'první návštěva, první rezervace',
    'pirmais apmeklējums, pirmā vizīte',
  ],
  lastVisit: [
    'last visit, last visited, last visit date, last booking date, last appointment, last seen',
    'последний визит, дата последнего визита, дата последней покупки, последнее посещение',
    'последно посещение, последна резервация',
    'poslední návštěva, poslední rezervace',
    'pēdējais apmeklējums, pēdējā vizīte',
  ],
  createdAt: [
    'created, created at, create date, creation date, date created, added, date added, date add, customer since, client since, date registered, added time, optin time',
    'дата создания, дата регистрации, добавлен, создан, дата добавления, клиент с',
    'дата на регистрация, регистриран, дата на записване, създаден, добавен на',
    'datum přidáno, vytvořeno, datum registrace, zákazník od',
    'izveidots, reģistrācijas datums, pievienots, klients kopš',
  ],
  consentSms: [
    'accepts sms marketing, sms opt in, sms consent, text consent, marketing permissions sms',
    'согласие на получение sms, согласие на смс',
    'съгласие за sms, sms известия',
    'souhlas se sms, souhlas se zasíláním sms',
    'piekrišana sms, sms piekrišana',
  ],
  consentEmail: [
    'accepts email marketing, accepts marketing, email opt in, email consent, marketing permissions email, newsletter',
    'согласие на получение e mail, согласие на рассылку, подписка на e mail',
    'съгласие за имейл, бюлетин',
    'marketingový souhlas, souhlas s e mailem',
    'piekrišana e pastam, jaunumi',
  ],
  subscribed: [
    'email subscription status, marketing contact status, subscribed, status',
    'подписан, подписка, рассылка',
    'абониран, абонамент за бюлетин',
    'přihlášen k odběru, odběr',
    'abonēts, pieteicies',
  ],
  blocked: [
    'blocked, blocked from online booking, archived, banned, blacklist',
    'блокировка, заблокирован, черный список, в черном списке',
    'блокиран, черен списък',
    'blokovaný, blokován, černá listina, zablokován',
    'bloķēts, melnais saraksts',
  ],
  branch: [
    'home location, location, branch, store, center, salon, base center',
    'подразделение, филиал, салон, точка',
    'обект',
    'středisko, pobočka, provozovna',
    'filiāle, salons',
  ],
  preferredStaff: [
    'contact owner, responsible, employee seen, preferred staff member, primary employee, staff, calendar',
    'ответственный, мастер, сотрудник, менеджер, врач',
    'отговорник, лекар, служител, специалист, майстор',
    'zaměstnanec, pracovník, kadeřnice, odpovědná osoba',
    'piešķirts lietotājam, darbinieks, meistars, speciālists',
  ],
  externalIds: [
    'id, client id, customer id, reference id, square customer id, record id contact, guest code, unique id, leid, uid',
    'код, код клиента, идентификатор клиента, id клиента во внешней системе, ид, номер клиента',
    'идентификатор, номер, клиентски номер',
    'osobní číslo, číslo zákazníka, kód',
    'kods, klienta numurs',
  ],
  tier: ['level, tier', 'уровень', 'ниво', 'úroveň', 'līmenis'],
  occupation: [
    'job title, occupation, position',
    'должность, профессия',
    'длъжност, професия',
    'povolání, pracovní pozice',
    'amats, profesija',
  ],
  salutation: ['name prefix, salutation, prefix', 'обращение', 'обръщение', 'oslovení', 'uzruna'],
  blockReason: [
    'block reason, reason of block',
    'причина блокировки',
    'причина за блокиране',
    'důvod blokace',
    'bloķēšanas iemesls',
  ],
  language: ['language, preferred language', 'язык', 'език', 'jazyk', 'valoda'],
  timeZone: ['time zone, timezone', 'часовой пояс', 'часова зона', 'časové pásmo', 'laika josla'],
  nextVisit: [
    'next visit, next appointment, next booking',
    'следующий визит, следующая запись',
    'следващо посещение',
    'příští návštěva',
    'nākamais apmeklējums',
  ],
  noShows: [
    'no shows, no show count',
    'неявки, пропущено визитов',
    'неявявания',
    'nedostavení',
    'neierašanās',
  ],
} as const;

/** A column of our own that headings name, and two that are known to be none of ours. */
export type HeadingKey = keyof typeof HEADINGS;

/** Headings of columns in which yes says the opposite of the key. */
export const INVERSE_HEADINGS = {
  consentSms: 'sms blacklisted, do not text, не отправлять смс, исключить из рассылок',
  consentEmail: 'email blacklisted, do not email, да не се изпраща електронна поща, atteikties no e pastiem',
  subscribed: 'unsub time, clean time, unsubscribed, отписан, odhlášen, atteicies',
  blocked: 'online booking',
} as const;

/** Columns that are left out unless someone asks for them: numbers of identity papers, tax and bank numbers, passwords, diagnoses. */
export const LEFT_OUT = [
  'government id number, ssn, social security number, passport, passport number, credit card, bank, card on file, card brand, expiry date, iban, password, guid, ip, optin ip, confirm ip, tax exempt',
  'инн, кпп, снилс, паспорт, серия паспорта, номер паспорта, логин, пароль, диагноз, диагнозы, мкб, логин клиента',
  'егн, лнч, егн лнч, парола, диагноза',
  'rodné číslo, číslo op, číslo občanského průkazu, heslo, diagnóza, alergie',
  'personas kods, pases numurs, parole, diagnoze',
] as const;

/** The name of these is the family name first. */
export const FAMILY_FIRST =
  'фио, ф и о, příjmení a jméno, полное имя контакта, наименование, полное наименование';

/** A first name beside a column of family names, else the whole name. */
export const FIRST_OR_WHOLE = 'имя, имя клиента, име, jméno, vārds, name';

/** Parts of a birthday in columns of their own. */
export const BIRTHDAY_PARTS = {
  day: 'birth day, birthdaydate, birthday date, birthday day',
  month: 'birth month, birthdaymonth, birthday month',
  year: 'birth year, birthdayyear, birthday year',
} as const;
