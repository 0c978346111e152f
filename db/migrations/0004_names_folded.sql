-- As app/signatures/fold-name.ts spells it.
update signatures
set name_key = trim(regexp_replace(lower(regexp_replace(normalize(name, nfkd), U&'[\0300-\036F]', '', 'g')), '\s+', ' ', 'g'))
where name <> '';
