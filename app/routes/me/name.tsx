import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Choice, Field } from "#app/components/field.tsx";
import { MyForm } from "#app/components/my-form.tsx";
import { editOwn, requireEditable } from "#app/http/own-edit.server.ts";
import { paths } from "#app/http/paths.ts";
import { OwnNameForm } from "#app/signatures/own/own-forms.ts";

export const meta: MetaFunction = () => [{ title: "Your name" }, { name: "robots", content: "noindex" }];

export async function loader({ params }: LoaderFunctionArgs) {
  const { token, signature: { id, name, isNameShown, campaign }, page } = await requireEditable(params);
  return { token, signature: { id, name, isNameShown }, campaign: { slug: campaign.slug }, page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return editOwn(request, params, OwnNameForm);
}

export default function OwnName() {
  const { token, signature: { id, name, isNameShown }, campaign } = useLoaderData<typeof loader>();
  const { errors, typed } = useActionData<typeof action>() ?? {};
  return (
    <MyForm title="Your name" token={token} action={paths.myName(token, id)} campaign={campaign} verb="Save" errors={errors}>
      <Field name="name" label="Your name" autoComplete="name" dir="auto" value={typed?.name ?? name} error={errors?.name} />
      <Choice
        name="show_name"
        value="yes"
        defaultChecked={typed ? Boolean(typed.show_name) : isNameShown}
        label="Show my name under the letter"
        hint="With your country, and nothing else. Left unticked, your signature counts and your name stays unseen."
      />
    </MyForm>
  );
}
