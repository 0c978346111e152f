import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { TextField } from "#app/components/field.tsx";
import { Findings } from "#app/components/findings.tsx";
import { Page } from "#app/components/page.tsx";
import { readFieldsAndFile } from "#app/http/form.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";
import { checkLines } from "#app/register/check-text.ts";
import { UNREADABLE } from "#app/register/finding.ts";
import { listKeys } from "#app/register/keys.server.ts";
import { nodeTools } from "#app/register/node-tools.server.ts";
// Bundled, for unlike the other scripts it imports; Vite makes the default export.
// oxlint-disable-next-line import/default
import script from "#app/scripts/verify.ts?worker&url";

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: `Check a receipt · ${found?.campaign.name ?? "Countersign"}` },
  { name: "description", content: "Check that a signature was counted, or that a handed-over file is whole." },
];

export async function loader({ params }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  const { slug, name, privacyContact } = campaign;
  const keys = (await listKeys()).map(({ id, publicKey }) => ({ id, publicKey }));
  return { campaign: { slug, name, privacyContact }, keys, page: campaignPage(campaign, INTERFACE_LANGUAGE) };
}

/** For browsers without scripts: what is sent is checked and forgotten. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireCampaign(params.slug);
  const { fields, file } = await readFieldsAndFile(request, "file");
  const text = file ? new TextDecoder().decode(file) : (fields.get("receipt") ?? "");
  const result = await checkLines(text.split("\n"), nodeTools, { keys: await listKeys() });
  const typed = fields.get("receipt") ?? "";
  return result ? { typed, findings: result.findings, error: undefined } : data({ typed, findings: undefined, error: UNREADABLE }, { status: 422 });
}

export default function Verify() {
  const { campaign, keys } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page campaign={campaign}>
      <p className="over-title">
        <a href={paths.letter(campaign.slug)}>
          <bdi>{campaign.name}</bdi>
        </a>
      </p>
      <h1>Check a receipt</h1>
      <p className="lead">
        A receipt shows that one signature stands in the <a href={paths.register(campaign.slug)}>public register</a> of this letter, in a state that
        was signed and published. A file for handing over shows the same of all of them.
      </p>
      {answer?.findings ? <Findings findings={answer.findings} /> : <section data-findings hidden aria-live="polite" />}
      <Form method="post" encType="multipart/form-data" className="fields" noValidate data-keys={JSON.stringify(keys)} reloadDocument>
        <div className="field">
          <label htmlFor="field-file">A receipt, or a file for handing over</label>
          <input id="field-file" type="file" name="file" accept=".json,.jsonl,application/json" aria-describedby="field-file-hint" />
          <p className="field-hint" id="field-file-hint">
            Your browser checks it, and it is sent to nobody. Without JavaScript a receipt is sent to this site, checked, and not kept.
          </p>
        </div>
        <TextField name="receipt" label="Or paste a receipt" value={answer?.typed} error={answer?.error} rows={6} spellCheck={false} className="digits" />
        <div className="actions">
          <button className="button">Check it</button>
        </div>
      </Form>
      <section>
        <h2>Without trusting this page</h2>
        <p>
          The same check is a command that asks nobody: <code className="digits">npm run verify -- receipt.json</code>, in the source of Countersign. Its
          documentation says what each digit is, so that you can also write your own.
        </p>
      </section>
      <script type="module" src={script} />
    </Page>
  );
}
