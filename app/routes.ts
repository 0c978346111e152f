import { index, prefix, route, type RouteConfig } from "@remix-run/route-config";

/** Every URL of the house. `app/http/paths.ts` spells them for links. */
export default [
  index("routes/home.tsx"),

  ...prefix("letters/:slug", [
    index("routes/letters/letter.tsx"),
    route("sign", "routes/signatures/sign.tsx"),
    route("check-inbox", "routes/signatures/check-inbox.tsx"),
    route("demands", "routes/messages/choose.tsx"),
    route("demands/write", "routes/messages/write.tsx"),
    route("demands/sent", "routes/messages/sent.tsx"),
    route("demands/openings", "routes/messages/openings.tsx"),
    route("count.json", "routes/letters/count.ts"),
    route("scoreboard", "routes/scoreboard/scoreboard.tsx"),
    route("my-page", "routes/me/ask.tsx"),
  ]),
  route("signatures/:token/confirm", "routes/signatures/confirm.tsx"),
  route("signatures/:token/deny", "routes/signatures/deny.tsx"),
  ...prefix("me/:token", [
    index("routes/me/me.tsx"),
    route("messages", "routes/me/messages.tsx"),
    route("withdrawal", "routes/me/withdrawal.tsx"),
  ]),
  route("retailers/:slug", "routes/retailers/retailer.tsx"),
  route("about/mail", "routes/about/mail.tsx"),

  ...prefix("organize", [
    route("sign-in", "routes/organize/sign-in.tsx"),
    route("sign-in/:token", "routes/organize/sign-in-link.tsx"),
    route("sign-out", "routes/organize/sign-out.ts"),
    route("", "routes/organize/desk.tsx", [
      index("routes/organize/campaigns.tsx"),
      route("campaigns/:slug", "routes/organize/campaign-desk.tsx", [
        index("routes/organize/campaign.tsx"),
        route("mode", "routes/organize/mode.tsx"),
        route("signatures", "routes/organize/signatures.tsx"),
        route("signatures/removal", "routes/organize/removal.tsx"),
        route("signatures/restoration", "routes/organize/restoration.tsx"),
        route("signatures/:signature", "routes/organize/signature.tsx"),
        route("messages", "routes/organize/messages.tsx"),
        route("messages/:message", "routes/organize/message.tsx"),
        route("deliveries", "routes/organize/deliveries.tsx"),
        route("retailers", "routes/organize/retailers.tsx"),
        route("log", "routes/organize/log.tsx"),
        route("exports/:list", "routes/organize/export.tsx"),
        route("views/:list", "routes/organize/views.tsx"),
        route("jobs", "routes/organize/jobs.tsx"),
        route("jobs/:job", "routes/organize/job.tsx"),
        route("jobs/:job/file", "routes/organize/job-file.ts"),
        route("jobs/:job/undo", "routes/organize/job-undo.ts"),
        route("targets/:retailer", "routes/organize/target.tsx"),
        route("targets/:retailer/contacts", "routes/organize/contacts.tsx"),
        route("targets/:retailer/responses/new", "routes/organize/new-response.tsx"),
        route("responses/:response", "routes/organize/response.tsx"),
        route("responses/:response/publication", "routes/organize/publication.tsx"),
      ]),
    ]),
  ]),

  route("hooks/resend", "routes/hooks/resend.ts"),
  ...prefix("dev/mail", [
    index("routes/dev/mailbox.tsx"),
    route(":mail", "routes/dev/mail.tsx"),
    route(":mail/html", "routes/dev/mail-html.ts"),
  ]),
  route("health", "routes/health.ts"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
