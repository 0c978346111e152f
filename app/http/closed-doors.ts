/** Invisible means absent: for what is not there, and for what is not yours to see. */
export function notFound() {
  return new Response(null, { status: 404 });
}

/** For what your role may see and not do. */
export function notAllowed() {
  return new Response(null, { status: 403 });
}
