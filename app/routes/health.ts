import { hasDatabase } from "#app/http/has-database.server.ts";

/** 200 while the database answers; for load balancers and the like. */
export async function loader() {
  if (await hasDatabase()) return Response.json({ status: "ok" });
  return Response.json({ status: "the database does not answer" }, { status: 503 });
}
