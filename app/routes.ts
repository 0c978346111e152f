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
    route("invitations/:token", "routes/organize/invitation.tsx"),
    route("own-invitations/:invitation", "routes/organize/own-invitation.ts"),
    route("", "routes/organize/desk.tsx", [
      index("routes/organize/campaigns.tsx"),
      route("campaigns/:slug", "routes/organize/campaign-desk.tsx", [
        index("routes/organize/campaign.tsx"),
        route("mode", "routes/organize/mode.tsx"),
        route("targets/:retailer", "routes/organize/target.tsx"),
        route("targets/:retailer/contacts", "routes/organize/contacts.tsx"),
        route("targets/:retailer/responses/new", "routes/organize/new-response.tsx"),
        route("responses/:response", "routes/organize/response.tsx"),
        route("responses/:response/publication", "routes/organize/publication.tsx"),
        route("team", "routes/organize/team.tsx"),
        route("team/leaving", "routes/organize/leaving.tsx"),
        route("team/members/:member", "routes/organize/member.tsx"),
        route("team/members/:member/removal", "routes/organize/removal.tsx"),
        route("team/invitations/:invitation/mail", "routes/organize/invitation-mail.ts"),
        route("team/invitations/:invitation/revocation", "routes/organize/revocation.ts"),
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
