import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, isRouteErrorResponse, Link, Outlet, useLoaderData, useNavigation, useRouteError } from "@remix-run/react";
import { DeskTrouble, deskTroubleWords } from "#app/components/desk-trouble.tsx";
import { requireOrganizer } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import stylesheet from "#app/styles/desk.css?url";

export const handle = { shipsScripts: true };

export const links: LinksFunction = () => [{ rel: "stylesheet", href: stylesheet }];

export const meta: MetaFunction = ({ error }) => [
  { title: `${error ? deskTroubleWords(statusOf(error)).title : "Desk"} · Countersign` },
  { name: "robots", content: "noindex" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const organizer = await requireOrganizer(request);
  return { organizer: { name: organizer.name } };
}

export default function Desk() {
  const { organizer } = useLoaderData<typeof loader>();
  const isBusy = useNavigation().state !== "idle";
  return (
    <div className="desk">
      <a className="skip-link" href="#main">
        Skip to the page
      </a>
      <header className="masthead">
        <div className="masthead-row">
          <Link className="wordmark" to={paths.desk()}>
            Countersign <span className="quiet">desk</span>
          </Link>
          <Form method="post" action={paths.signOut()} reloadDocument className="desk-who">
            <Link to={paths.account()} className="desk-who-name">
              {organizer.name}
            </Link>
            <button className="link-button">Sign out</button>
          </Form>
        </div>
      </header>
      <main id="main" className="desk-page" aria-busy={isBusy}>
        <Outlet />
      </main>
    </div>
  );
}

export function ErrorBoundary() {
  return <DeskTrouble status={statusOf(useRouteError())} />;
}

function statusOf(error: unknown) {
  return isRouteErrorResponse(error) ? error.status : 500;
}
