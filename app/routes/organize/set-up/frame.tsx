import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { SetUpBar, SetUpPager } from "#app/components/set-up-bar.tsx";
import { readSetUp } from "#app/desk/set-up.server.ts";
import { SET_UP_STEPS } from "#app/desk/set-up-steps.ts";
import { messageUrls } from "#app/http/absolute-urls.server.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "view");
  return { slug: campaign.slug, steps: await readSetUp(campaign, messageUrls) };
}

export type SetUpFrame = Awaited<ReturnType<typeof loader>>;

/** The frame around every step: where one is, what is done, and the way on. */
export default function Frame() {
  const frame = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const current = SET_UP_STEPS.find(({ key }) => pathname.startsWith(paths.setUpStep(frame.slug, key)));
  return (
    <>
      {current && <SetUpBar {...frame} current={current.key} />}
      <Outlet context={frame} />
      {current && <SetUpPager slug={frame.slug} current={current.key} />}
    </>
  );
}
