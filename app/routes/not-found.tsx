import { notFound } from "#app/http/closed-doors.ts";

export function loader() {
  throw notFound();
}

/** Never shown: the loader throws, and the house's own ErrorBoundary answers. */
export default function NotFound() {
  return null;
}
