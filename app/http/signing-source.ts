import { cleanSource } from "#app/signatures/source.ts";

/**
 * Where a signing came from: the form's own field, its address, or the address of the page that the form stood on. The
 * letter's page is one rendering for all and cannot carry it; browsers tell it in the Referer, for we let them within
 * the house. Anything that is not ours to read is nothing.
 */
export function signingSource(request: Request, typed: string | undefined): string | null {
  return cleanSource(typed) ?? cleanSource(new URL(request.url).searchParams.get("from")) ?? cleanSource(pageBefore(request)?.searchParams.get("from"));
}

function pageBefore(request: Request): URL | undefined {
  const referer = request.headers.get("Referer") ?? "";
  if (!URL.canParse(referer)) return undefined;
  const page = new URL(referer);
  return page.origin === new URL(request.url).origin ? page : undefined;
}
