import { paths } from "./paths.ts";

/**
 * Where to go after signing in. Only pages of the desk: anything else that stands in a link is not followed, so that
 * nobody is led from our sign-in to another site.
 */
export function deskPathOr<Otherwise>(otherwise: Otherwise, next: string | null | undefined): string | Otherwise {
  if (!next?.startsWith("/")) return otherwise;
  const here = "http://here.invalid";
  const url = URL.canParse(next, here) ? new URL(next, here) : undefined;
  if (url?.origin !== here) return otherwise;
  if (!url.pathname.startsWith(`${paths.desk()}/`) || url.pathname.startsWith(paths.signIn())) return otherwise;
  return url.pathname + url.search;
}

export function withNext(path: string, next: string | undefined): string {
  return next ? `${path}?${new URLSearchParams({ next }).toString()}` : path;
}
