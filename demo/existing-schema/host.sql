-- A salon product as it was before Clientele: its own names, its own types.
create schema salon;

create table salon.leistungen (
  leistung_id int generated always as identity primary key,
  bezeichnung text not null,
  dauer interval not null,
  preis numeric(10, 2) not null
);

create table salon.kunden (
  kundennr bigint generated always as identity primary key,
  vorname text not null default '',
  nachname text not null default '',
  geschlecht char(1) check (geschlecht in ('w', 'm', 'd')),
  geburtstag date,
  telefon text,
  telefon_mobil text,
  e_mail text,
  ort text,
  rabatt_prozent numeric(5, 2),
  guthaben numeric(10, 2) not null default 0,
  newsletter boolean not null default false,
  angelegt_am timestamptz not null default now(),
  geloescht_am timestamptz
);

create type salon.termin_status as enum ('angefragt', 'bestaetigt', 'erschienen', 'nicht_erschienen', 'abgesagt');

create table salon.termine (
  termin_id bigint generated always as identity primary key,
  kundennr bigint not null references salon.kunden,
  beginn timestamptz not null,
  dauer interval not null,
  leistung_id int references salon.leistungen,
  status salon.termin_status not null default 'bestaetigt',
  preis numeric(10, 2) not null default 0
);
