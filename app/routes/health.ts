import { sql } from "#db/client.server.ts";

/** 200 while the database answers; for load balancers and the like. */
export async function loader() {
  try {
    await sql`select 1`;
    return Response.json({ status: "ok" });
  } catch {
    return Response.json({ status: "the database does not answer" }, { status: 503 });
  }
}
