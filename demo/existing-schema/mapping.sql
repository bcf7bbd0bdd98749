-- How the salon's tables and Clientele's fields stand to each other: all of it is here, and nothing of it changes the salon's own tables but
-- for two triggers.
create schema abgleich;

-- Which client is which customer, and how both sides were when they were last looked at.
create table abgleich.kunden (
  kundennr bigint primary key,
  client text not null unique,
  stand jsonb not null
);
-- Bookings that Clientele has, with the version of each.
create table abgleich.termine (
  termin_id bigint primary key,
  version int not null
);
-- What the salon has changed and Clientele does not know yet: once for each row, under a new number each time.
create table abgleich.offen (
  art text not null check (art in ('kunde', 'termin')),
  id bigint not null,
  nr bigint generated always as identity,
  primary key (art, id)
);
-- How far Clientele's own changes have been carried over; its row says that the first loading is done.
create table abgleich.lauf (einzige boolean primary key default true check (einzige), stand text);

-- Customers as clients of the contract: ids as text, days and instants as text, money in cents, two columns of phones as one list.
create view abgleich.clients as
select
  k.kundennr,
  coalesce(a.client, 'k' || k.kundennr) as client,
  to_char(k.angelegt_am at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created_at,
  jsonb_strip_nulls(jsonb_build_object(
    'removed', case when k.geloescht_am is not null then true end,
    'firstName', nullif(k.vorname, ''),
    'lastName', nullif(k.nachname, ''),
    'gender', case k.geschlecht when 'w' then 'female' when 'm' then 'male' when 'd' then 'other' end,
    'birthday', to_char(k.geburtstag, 'YYYY-MM-DD'),
    'phones', (
      select jsonb_agg(jsonb_build_object('value', nummer, 'label', art) order by platz)
      from (values (1, 'mobile', k.telefon_mobil), (2, 'home', k.telefon)) as t (platz, art, nummer)
      where nummer <> ''
    ),
    'emails', case when k.e_mail <> '' then jsonb_build_array(jsonb_build_object('value', k.e_mail)) end,
    'city', nullif(k.ort, ''),
    'discount', k.rabatt_prozent,
    'subscribed', k.newsletter,
    'custom.guthaben', (k.guthaben * 100)::bigint
  )) as werte
from salon.kunden k
left join abgleich.kunden a using (kundennr);

-- Appointments as bookings. The price is in cents; the state has Clientele's names.
create view abgleich.bookings as
select
  t.termin_id,
  t.kundennr,
  't' || t.termin_id as booking,
  coalesce(a.client, 'k' || t.kundennr) as client,
  jsonb_strip_nulls(jsonb_build_object(
    'start', to_char(t.beginn at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'minutes', (extract(epoch from t.dauer) / 60)::int,
    'state', case t.status
      when 'angefragt' then 'requested'
      when 'bestaetigt' then 'confirmed'
      when 'erschienen' then 'arrived'
      when 'nicht_erschienen' then 'noShow'
      when 'abgesagt' then 'cancelled'
    end,
    'services', case when t.leistung_id is not null then jsonb_build_array('l' || t.leistung_id) end,
    'price', (t.preis * 100)::bigint
  )) as werte
from salon.termine t
left join abgleich.kunden a using (kundennr);

-- Writes what Clientele has changed into a customer, a new one where `nummer` is null. Answers which. A key that `patch` lacks is left alone.
create function abgleich.schreibe(nummer bigint, patch jsonb) returns bigint language plpgsql as $$
begin
  perform set_config('abgleich.schreibt', 'ja', true);
  if nummer is null then
    insert into salon.kunden default values returning kundennr into nummer;
  end if;
  update salon.kunden set
    vorname = case when patch ? 'firstName' then coalesce(patch ->> 'firstName', '') else vorname end,
    nachname = case when patch ? 'lastName' then coalesce(patch ->> 'lastName', '') else nachname end,
    geschlecht = case when patch ? 'gender'
      then case patch ->> 'gender' when 'female' then 'w' when 'male' then 'm' when 'other' then 'd' end
      else geschlecht end,
    -- A birthday without its year has no place here: what stood there stays.
    geburtstag = case
      when not patch ? 'birthday' or patch ->> 'birthday' like '--%' then geburtstag
      else (patch ->> 'birthday')::date end,
    telefon_mobil = case when patch ? 'phones' then coalesce(
      jsonb_path_query_first(patch, '$.phones[*] ? (@.label == "mobile").value') #>> '{}',
      jsonb_path_query_first(patch, '$.phones[*] ? (!exists(@.label) || @.label != "home").value') #>> '{}')
      else telefon_mobil end,
    telefon = case when patch ? 'phones'
      then jsonb_path_query_first(patch, '$.phones[*] ? (@.label == "home").value') #>> '{}'
      else telefon end,
    e_mail = case when patch ? 'emails' then patch #>> '{emails,0,value}' else e_mail end,
    ort = case when patch ? 'city' then patch ->> 'city' else ort end,
    rabatt_prozent = case when patch ? 'discount' then (patch ->> 'discount')::numeric else rabatt_prozent end,
    newsletter = case when patch ? 'subscribed' then coalesce((patch ->> 'subscribed')::boolean, false) else newsletter end,
    guthaben = case when patch ? 'custom.guthaben'
      then coalesce((patch ->> 'custom.guthaben')::numeric / 100, 0) else guthaben end,
    geloescht_am = case when not patch ? 'removed' then geloescht_am
      when (patch ->> 'removed')::boolean then coalesce(geloescht_am, now()) end
  where kundennr = nummer;
  perform set_config('abgleich.schreibt', '', true);
  return nummer;
end $$;

-- Notes what the salon changes; what comes from Clientele is known there already.
create function abgleich.merke() returns trigger language plpgsql as $$
declare
  zeile jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  if coalesce(current_setting('abgleich.schreibt', true), '') <> 'ja' then
    insert into abgleich.offen (art, id) values (tg_argv[0], (zeile ->> tg_argv[1])::bigint)
    on conflict (art, id) do update set nr = default;
    perform pg_notify('abgleich', '');
  end if;
  return null;
end $$;

create trigger abgleich after insert or update or delete on salon.kunden
  for each row execute function abgleich.merke('kunde', 'kundennr');
create trigger abgleich after insert or update or delete on salon.termine
  for each row execute function abgleich.merke('termin', 'termin_id');
