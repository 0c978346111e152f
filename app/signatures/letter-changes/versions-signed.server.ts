import { sql } from "#db/client.server.ts";

export interface SignedVersion {
  number: number;
  language: string;
  title: string;
  how: "signed" | "agreed";
  at: Date;
}

/** Which versions of the letter one person stood under and since when: what they signed at first, then what they agreed to. */
export async function versionsSigned(signatureId: string): Promise<SignedVersion[]> {
  return sql<SignedVersion[]>`
    with agreements as (
      select signed_version_id, agreed_version_id, agreed_at from letter_askings where signature_id = ${signatureId} and agreed_at is not null
    )
    select v.number, v.language, v.title, 'signed' as how, s.created_at as at
    from signatures s join letter_versions v
      on v.id = coalesce((select signed_version_id from agreements order by agreed_at limit 1), s.letter_version_id)
    where s.id = ${signatureId}
    union all
    select v.number, v.language, v.title, 'agreed', a.agreed_at from agreements a join letter_versions v on v.id = a.agreed_version_id
    order by at, number`;
}
