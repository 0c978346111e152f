import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { RuleInWords } from "#app/components/desk-screening.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Choice, Field, SelectField } from "#app/components/field.tsx";
import { NOTE_MAX, RuleForm } from "#app/desk/screening/rule-form.ts";
import { addRule, listRules, removeRule } from "#app/desk/screening/rules.server.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";

export const meta: MetaFunction = () => [{ title: "Blocked and allowed · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const { id, slug, name, isSample } = campaign;
  const { searchParams } = new URL(request.url);
  const suggested = { kind: searchParams.get("kind") ?? "mail domain", value: searchParams.get("value")?.slice(0, 300) ?? "" };
  return { campaign: { slug, name }, rules: await listRules(id), suggested, noteMax: NOTE_MAX, page: { language: "en", isSample } };
}

/** Adds a rule; a row's own button takes it away. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const desk = { campaignId: campaign.id, by: organizer.id };
  const fields = await readFields(request);
  const rule = fields.get("rule");
  if (rule !== null) {
    await removeRule({ ...desk, rule });
    return redirect(paths.deskScreeningRules(campaign.slug), 303);
  }
  const form = checkFields(fields, RuleForm);
  if (!form.ok) return refill(form);
  const added = await addRule({ ...desk, ...form.values });
  if (added.outcome === "ask first") return refill({ errors: { sure: `${added.why} Tick the box if you mean it.` }, typed: form.typed });
  if (added.outcome === "the other way round") {
    const stands = added.verdict === "block" ? "blocked" : "allowed";
    return refill({ errors: { value: `It is ${stands} already, and cannot be both. Remove that first.` }, typed: form.typed }, 409);
  }
  return redirect(paths.deskScreeningRules(campaign.slug), 303);
}

export default function Rules() {
  const { campaign, rules, suggested, noteMax } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { errors = {}, typed = {} }: { errors?: Record<string, string>; typed?: Record<string, string> } = answer ?? {};
  const { slug } = campaign;
  return (
    <>
      <DeskHeading title="Blocked and allowed" above={[{ title: campaign.name, path: paths.deskCampaign(slug) }, { title: "Screening", path: paths.deskScreening(slug) }]} />
      <p>
        Who signs from what is blocked is suspect and waits for you; who signs from what is allowed is not, whatever the limits say. A domain covers those below it. It
        holds for signings from now on: what has been signed before is in the list of signatures.
      </p>
      <div className="desk-columns">
        <section aria-label="Blocked and allowed now">
          {rules.length === 0 ? (
            <p>Nothing is blocked or allowed by hand.</p>
          ) : (
            <ul className="ruled">
              {rules.map((rule) => (
                <li key={rule.id}>
                  <RuleInWords rule={rule} />
                  <Form method="post" preventScrollReset>
                    <button className="link-button" name="rule" value={rule.id}>
                      Remove<span className="unseen">: {rule.value}</span>
                    </button>
                  </Form>
                </li>
              ))}
            </ul>
          )}
        </section>
        <Form key={rules.length} method="post" className="fields desk-form desk-panel" noValidate>
          <h2>Add one</h2>
          <ErrorSummary errors={errors} />
          <SelectField name="verdict" label="What to do" error={errors["verdict"]} value={typed["verdict"] ?? "block"}>
            <option value="block">Block</option>
            <option value="allow">Allow</option>
          </SelectField>
          <SelectField name="kind" label="What it is" error={errors["kind"]} value={typed["kind"] ?? suggested.kind}>
            <option value="mail domain">Mail domain</option>
            <option value="network">Network</option>
          </SelectField>
          <Field
            name="value" label="Domain or network" hint="For example bots.example, or 203.0.113.0/24." autoComplete="off" autoCapitalize="none" spellCheck={false}
            error={errors["value"]} value={typed["value"] ?? suggested.value}
          />
          <Field name="note" label="Note" hint="For your team. Name nobody in it." isOptional maxLength={noteMax} dir="auto" error={errors["note"]} value={typed["note"]} />
          {errors["sure"] && <Choice name="sure" label="I mean it" value="yes" error={errors["sure"]} />}
          <DeskButton busy="Adding…">Add it</DeskButton>
        </Form>
      </div>
    </>
  );
}
