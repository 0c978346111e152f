import type { LinksFunction, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { Trouble, troubleWords } from "#app/components/trouble.tsx";
import { SampleNotice } from "#app/components/sample-notice.tsx";
import { NonceContext } from "#app/http/nonce.ts";
import { paths } from "#app/http/paths.ts";
import { readPageSetting } from "#app/http/page-setting.ts";
import stylesheet from "#app/styles/public.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = ({ error }) => [
  { title: error ? `${troubleWords(statusOf(error)).title} · Countersign` : "Countersign" },
];

export default function House() {
  return <Outlet />;
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const { language, direction, isSample, shipsScripts, accent } = readPageSetting(useMatches());
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        {accent && <link rel="stylesheet" href={paths.look(accent)} />}
      </head>
      <body>
        {isSample && <SampleNotice />}
        {children}
        {shipsScripts && <ScrollRestoration nonce={nonce} />}
        {shipsScripts && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export function ErrorBoundary() {
  return <Trouble status={statusOf(useRouteError())} />;
}

function statusOf(error: unknown) {
  return isRouteErrorResponse(error) ? error.status : 500;
}
